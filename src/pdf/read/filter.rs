//! Streams unpacked, within limits.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::object::{Dict, Object};

/// Most filters in a row.
const CHAIN: usize = 8;

/// Why a stream cannot be unpacked.
#[derive(Debug, PartialEq)]
pub(super) enum Fault {
    /// More bytes than allowed.
    Limit,
    /// A filter that is not known here.
    Filter(String),
    /// Data that the filter cannot unpack.
    Data(&'static str),
}

/// The data of a stream behind all its filters; at most `ceiling` bytes after each of them.
pub(super) fn unpack(dict: &Dict, raw: &[u8], ceiling: usize) -> Result<Vec<u8>, Fault> {
    let filters = list(dict.get("Filter").or_else(|| dict.get("F")));
    let parameters = list(dict.get("DecodeParms").or_else(|| dict.get("DP")));
    if filters.len() > CHAIN {
        return Err(Fault::Data("too many filters"));
    }
    if filters.is_empty() && raw.len() > ceiling {
        return Err(Fault::Limit);
    }
    let mut data = raw.to_vec();
    for (index, filter) in filters.iter().enumerate() {
        data = match filter.name() {
            Some("FlateDecode" | "Fl") => {
                let data = inflate(&data, ceiling)?;
                predicted(data, parameters.get(index).and_then(|p| p.dict()))?
            }
            Some("ASCIIHexDecode" | "AHx") => hexadecimal(&data),
            other => return Err(Fault::Filter(other.unwrap_or("?").to_owned())),
        };
    }
    Ok(data)
}

/// True when the data themselves are a JPEG file.
pub(super) fn is_jpeg(dict: &Dict) -> bool {
    matches!(list(dict.get("Filter")).as_slice(), [only] if only.name() == Some("DCTDecode"))
}

fn list(object: Option<&Object>) -> Vec<&Object> {
    match object {
        None | Some(Object::Null) => Vec::new(),
        Some(Object::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
    }
}

fn inflate(data: &[u8], ceiling: usize) -> Result<Vec<u8>, Fault> {
    let limit = u64::try_from(ceiling).unwrap_or(u64::MAX).saturating_add(1);
    let mut out = Vec::new();
    ZlibDecoder::new(data)
        .take(limit)
        .read_to_end(&mut out)
        .map_err(|_| Fault::Data("compressed data are damaged or cut off"))?;
    if out.len() > ceiling {
        Err(Fault::Limit)
    } else {
        Ok(out)
    }
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let mut lexer = super::lexer::Lexer::new(data, 0);
    let digits: Vec<u8> = std::iter::once(b'<')
        .chain(lexer.rest().iter().copied())
        .collect();
    lexer = super::lexer::Lexer::new(&digits, 0);
    match lexer.token() {
        Some(super::lexer::Token::Str(bytes)) => bytes,
        _ => Vec::new(),
    }
}

/// Undoes the prediction of PNG, row by row.
fn predicted(data: Vec<u8>, parameters: Option<&Dict>) -> Result<Vec<u8>, Fault> {
    let get = |key, absent| {
        let value = parameters.and_then(|p| p.get(key));
        value
            .map_or(Some(absent), Object::size)
            .ok_or(Fault::Data("a predictor's parameter is no number"))
    };
    match get("Predictor", 1)? {
        1 => return Ok(data),
        10..=15 => {}
        _ => return Err(Fault::Filter("a predictor other than PNG's".to_owned())),
    }
    let bits = get("Colors", 1)?.checked_mul(get("BitsPerComponent", 8)?);
    let (pixel, row) = bits
        .and_then(|bits| {
            Some((
                bits.div_ceil(8).max(1),
                bits.checked_mul(get("Columns", 1).ok()?)?.div_ceil(8),
            ))
        })
        .filter(|(_, row)| *row > 0 && *row <= data.len())
        .ok_or(Fault::Data(
            "a predictor's row is empty or longer than the data",
        ))?;
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; row];
    for line in data.chunks(row + 1) {
        let Some((kind, line)) = line.split_first() else {
            break;
        };
        let mut now = line.to_vec();
        now.resize(row, 0);
        unfilter(*kind, &mut now, &above, pixel);
        out.extend(now.iter().take(line.len()));
        above = now;
    }
    Ok(out)
}

fn unfilter(kind: u8, now: &mut [u8], above: &[u8], pixel: usize) {
    let mut left = vec![0_u8; pixel];
    let mut corner = vec![0_u8; pixel];
    for (at, (value, &up)) in now.iter_mut().zip(above).enumerate() {
        let slot = at % pixel;
        let (a, c) = (
            left.get(slot).copied().unwrap_or(0),
            corner.get(slot).copied().unwrap_or(0),
        );
        let guess = match kind {
            1 => a,
            2 => up,
            3 => u8::midpoint(a, up),
            4 => paeth(a, up, c),
            _ => 0,
        };
        *value = value.wrapping_add(guess);
        if let Some(slot) = left.get_mut(slot) {
            *slot = *value;
        }
        if let Some(slot) = corner.get_mut(slot) {
            *slot = up;
        }
    }
}

fn paeth(a: u8, b: u8, c: u8) -> u8 {
    let estimate = i16::from(a) + i16::from(b) - i16::from(c);
    let distance = |value: u8| (estimate - i16::from(value)).abs();
    if distance(a) <= distance(b) && distance(a) <= distance(c) {
        a
    } else if distance(b) <= distance(c) {
        b
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn dict(entries: &[(&str, Object)]) -> Dict {
        let mut dict = Dict::default();
        for (key, value) in entries {
            dict.add(key.as_bytes().to_vec(), value.clone());
        }
        dict
    }

    #[test]
    fn a_bomb_is_stopped_at_the_ceiling() {
        let flate = Object::Name(b"FlateDecode".to_vec());
        let twice = packed(&packed(&vec![0; 50_000_000]));
        let chain = dict(&[("Filter", Object::Array(vec![flate.clone(), flate]))]);
        assert_eq!(unpack(&chain, &twice, 1_000_000), Err(Fault::Limit));
        assert_eq!(
            unpack(&chain, &twice, 50_000_000).unwrap().len(),
            50_000_000
        );
    }

    #[test]
    fn rows_are_predicted_from_the_row_above() {
        let flate = Object::Name(b"FlateDecode".to_vec());
        let parameters = dict(&[("Predictor", Object::Int(12)), ("Columns", Object::Int(3))]);
        let stream = dict(&[("Filter", flate), ("DecodeParms", Object::Dict(parameters))]);
        let data = packed(&[2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1]);
        assert_eq!(
            unpack(&stream, &data, 100).unwrap(),
            [1, 2, 3, 2, 3, 4, 5, 6, 7]
        );
    }
}
