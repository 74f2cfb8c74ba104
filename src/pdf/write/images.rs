//! Images as objects: each stored once, with its mask and, unless it is a JPEG, its original bytes.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::files::{self, File};
use super::text::name;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::pdf::image::{Bitmap, Jpeg, Pixels, bitmap};
use crate::pdf::page::ImageBytes;
use crate::resources::ImageKind;

/// An image in the file.
pub(super) struct Stored {
    /// The image itself.
    pub(super) picture: ObjectId,
    /// The file specification and name of its original bytes, when the picture does not hold them.
    pub(super) original: Option<(ObjectId, String)>,
    /// The address as the article spells it.
    pub(super) href: String,
}

/// Stores all images, in order.
pub(super) fn store(
    document: &mut Document,
    images: &[ImageBytes],
    limits: &Limits,
) -> Result<Vec<Stored>> {
    let mut stored = Vec::new();
    for (index, image) in images.iter().enumerate() {
        let unsupported = || Error::invalid(format!("the image {} cannot be embedded", image.href));
        let picture = match bitmap(&image.data, limits).ok_or_else(unsupported)? {
            Bitmap::Jpeg(jpeg) => jpeg_object(document, jpeg),
            Bitmap::Pixels(pixels) => pixels_object(document, pixels),
        };
        let original = ImageKind::of(&image.data)
            .filter(|kind| *kind != ImageKind::Jpeg)
            .map(|kind| keep_original(document, index, image, kind));
        stored.push(Stored {
            picture,
            original,
            href: image.href.clone(),
        });
    }
    Ok(stored)
}

fn keep_original(
    document: &mut Document,
    index: usize,
    image: &ImageBytes,
    kind: ImageKind,
) -> (ObjectId, String) {
    let name = format!("image-{}.{}", index + 1, kind.extension());
    let file = File {
        name: &name,
        media_type: kind.media_type(),
        relationship: "Source",
        description: "The image as it was given",
        data: &image.data,
        date: None,
    };
    (files::add(document, &file), name)
}

fn jpeg_object(document: &mut Document, jpeg: Jpeg<'_>) -> ObjectId {
    let space = match jpeg.channels {
        4 => inks(document),
        channels => color_space(channels),
    };
    let mut dictionary = header(jpeg.width, jpeg.height, space);
    dictionary.set("Filter", "DCTDecode");
    if jpeg.channels == 4 && jpeg.adobe {
        let inverted: Vec<Object> = [1, 0]
            .into_iter()
            .cycle()
            .take(8)
            .map(Object::Integer)
            .collect();
        dictionary.set("Decode", inverted);
    }
    document.add_object(Stream::new(dictionary, jpeg.data.to_vec()).with_compression(false))
}

fn pixels_object(document: &mut Document, pixels: Pixels) -> ObjectId {
    let channels = if pixels.grey { 1 } else { 3 };
    let mut dictionary = header(pixels.width, pixels.height, color_space(channels));
    if let Some(alpha) = pixels.alpha {
        let mask = Stream::new(header(pixels.width, pixels.height, color_space(1)), alpha);
        dictionary.set("SMask", document.add_object(mask));
    }
    document.add_object(Stream::new(dictionary, pixels.color))
}

fn header(width: u32, height: u32, color_space: Object) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => color_space,
        "BitsPerComponent" => 8,
    }
}

fn color_space(channels: u8) -> Object {
    name(if channels == 1 {
        "DeviceGray"
    } else {
        "DeviceRGB"
    })
}

/// Four printing inks with their recipe in red, green and blue: PDF/A with an RGB output intent refuses `DeviceCMYK`.
fn inks(document: &mut Document) -> Object {
    let recipe =
        b"{ 1 exch sub 4 1 roll 1 exch sub 3 index mul 4 1 roll 1 exch sub 2 index mul 4 1 roll \
        1 exch sub mul 3 1 roll }";
    let unit = |parts: usize| -> Vec<Object> {
        [0, 1]
            .into_iter()
            .cycle()
            .take(2 * parts)
            .map(Object::Integer)
            .collect()
    };
    let function = dictionary! { "FunctionType" => 4, "Domain" => unit(4), "Range" => unit(3) };
    let function = document.add_object(Stream::new(function, recipe.to_vec()));
    let names = ["Cyan", "Magenta", "Yellow", "Black"].map(name).to_vec();
    Object::Array(vec![
        name("DeviceN"),
        Object::Array(names),
        name("DeviceRGB"),
        Object::Reference(function),
    ])
}
