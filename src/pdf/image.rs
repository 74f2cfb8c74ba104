//! Images for the page: a JPEG passes through as it is, all others are decoded to pixels.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader};

use crate::limits::Limits;
use crate::resources::ImageKind;

/// An image as the PDF holds it.
#[derive(Debug)]
pub(crate) enum Bitmap<'a> {
    /// JPEG data, unchanged.
    Jpeg(Jpeg<'a>),
    /// Pixels, row by row.
    Pixels(Pixels),
}

/// A JPEG file and what its frame header says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Jpeg<'a> {
    /// The whole file.
    pub(crate) data: &'a [u8],
    /// Pixels in a row.
    pub(crate) width: u32,
    /// Rows.
    pub(crate) height: u32,
    /// Channels: 1 grey, 3 colour, 4 printing inks.
    pub(crate) channels: u8,
    /// The Adobe marker is there: inks are then stored inverted.
    pub(crate) adobe: bool,
}

/// Pixels of 8 bits a channel.
#[derive(Debug)]
pub(crate) struct Pixels {
    /// Pixels in a row.
    pub(crate) width: u32,
    /// Rows.
    pub(crate) height: u32,
    /// One channel instead of three.
    pub(crate) grey: bool,
    /// The colours.
    pub(crate) color: Vec<u8>,
    /// The opacity, when some pixel is not opaque.
    pub(crate) alpha: Option<Vec<u8>>,
}

/// Width and height in pixels of an image that the PDF writer can embed; `None` for all other bytes.
pub(crate) fn supported(bytes: &[u8], limits: &Limits) -> Option<(u32, u32)> {
    if u64::try_from(bytes.len()).ok()? > limits.image_bytes {
        return None;
    }
    let (width, height) = match ImageKind::of(bytes)? {
        ImageKind::Jpeg => jpeg(bytes).map(|j| (j.width, j.height))?,
        // Only decoding tells whether the pixels are all there.
        ImageKind::Png | ImageKind::Gif | ImageKind::Tiff => {
            let pixels = decode(bytes, limits)?;
            (pixels.width, pixels.height)
        }
        ImageKind::WebP | ImageKind::Svg => return None,
    };
    (width > 0 && height > 0 && u64::from(width) * u64::from(height) <= limits.image_pixels)
        .then_some((width, height))
}

/// The image as the PDF holds it; `None` when it is not [`supported`].
pub(crate) fn bitmap<'a>(bytes: &'a [u8], limits: &Limits) -> Option<Bitmap<'a>> {
    match ImageKind::of(bytes)? {
        ImageKind::Jpeg => jpeg(bytes).map(Bitmap::Jpeg),
        ImageKind::Png | ImageKind::Gif | ImageKind::Tiff => {
            decode(bytes, limits).map(Bitmap::Pixels)
        }
        ImageKind::WebP | ImageKind::Svg => None,
    }
}

/// Decodes under the limits of pixels and memory.
fn decode(bytes: &[u8], limits: &Limits) -> Option<Pixels> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let mut bounds = image::Limits::default();
    bounds.max_alloc = Some(limits.image_pixels.saturating_mul(8));
    reader.limits(bounds);
    let decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > limits.image_pixels {
        return None;
    }
    let image = DynamicImage::from_decoder(decoder).ok()?;
    Some(pixels(&image))
}

fn pixels(image: &DynamicImage) -> Pixels {
    let (width, height) = (image.width(), image.height());
    let grey = !image.color().has_color();
    let alpha = image.color().has_alpha().then(|| {
        let channels = image.to_luma_alpha8();
        channels.pixels().map(|p| p.0[1]).collect::<Vec<u8>>()
    });
    let color = if grey {
        image.to_luma8().into_raw()
    } else {
        image.to_rgb8().into_raw()
    };
    Pixels {
        width,
        height,
        grey,
        color,
        alpha: alpha.filter(|a| a.iter().any(|&v| v != 255)),
    }
}

/// What the frame header of a JPEG says; `None` when there is none or PDF has no word for it.
fn jpeg(data: &[u8]) -> Option<Jpeg<'_>> {
    let mut rest = data.strip_prefix(&[0xFF, 0xD8])?;
    let mut adobe = false;
    loop {
        let [0xFF, marker, tail @ ..] = rest else {
            return None;
        };
        // Fill bytes may stand before a marker; some markers have no segment.
        match marker {
            0xFF => {
                rest = rest.get(1..)?;
                continue;
            }
            0x01 | 0xD0..=0xD7 => {
                rest = tail;
                continue;
            }
            _ => {}
        }
        let [high, low, ..] = tail else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let segment = tail.get(2..length)?;
        match marker {
            0xEE => adobe |= segment.starts_with(b"Adobe"),
            0xC0..=0xC2 => {
                let &[8, h1, h0, w1, w0, channels @ (1 | 3 | 4), ..] = segment else {
                    return None;
                };
                return Some(Jpeg {
                    data,
                    width: u32::from(u16::from_be_bytes([w1, w0])),
                    height: u32::from(u16::from_be_bytes([h1, h0])),
                    channels,
                    adobe,
                });
            }
            // Other ways of coding, the end, or the scan before its frame.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xD9 | 0xDA => return None,
            _ => {}
        }
        rest = tail.get(length..)?;
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A PNG of two by two pixels, one of them half transparent.
    pub(crate) fn small_png() -> Vec<u8> {
        let image = image::RgbaImage::from_raw(
            2,
            2,
            vec![255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 128, 9, 9, 9, 255],
        )
        .unwrap();
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    /// A grey JPEG of eight by eight pixels: one block, all of one shade.
    pub(crate) fn small_jpeg() -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0];
        bytes.extend([1; 64]);
        bytes.extend([0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
        for class in [0x00, 0x10] {
            bytes.extend([0xFF, 0xC4, 0, 20, class, 1]);
            bytes.extend([0; 15]);
            bytes.push(0);
        }
        bytes.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F, 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn images_are_measured() {
        let limits = Limits::default();
        assert_eq!(supported(&small_png(), &limits), Some((2, 2)));
        assert_eq!(supported(&small_jpeg(), &limits), Some((8, 8)));
        assert_eq!(supported(b"GIF89a", &limits), None);
        assert_eq!(supported(b"\xFF\xD8\xFF\xD9", &limits), None);
        let mut cut = small_png();
        cut.truncate(40);
        assert_eq!(supported(&cut, &limits), None);
    }

    #[test]
    fn an_image_above_the_pixel_limit_is_not_decoded() {
        let limits = Limits {
            image_pixels: 3,
            ..Limits::default()
        };
        assert_eq!(supported(&small_png(), &limits), None);
    }

    #[test]
    fn opacity_is_kept_apart() {
        let png = small_png();
        let Some(Bitmap::Pixels(pixels)) = bitmap(&png, &Limits::default()) else {
            panic!()
        };
        assert_eq!(pixels.color.len(), 12);
        assert_eq!(pixels.alpha, Some(vec![255, 255, 128, 255]));
    }
}
