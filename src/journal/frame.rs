//! A frame: `len u32 | crc32 u32 | body`, both numbers little-endian, the sum CRC-32 of IEEE 802.3 over the body.
//! Finds whole frames in bytes; what stands in a body is `record`'s matter.

use super::record::FORMAT;

/// Bytes before the body.
pub const HEADER: usize = 8;

/// The longest body, in bytes: longer ones are neither written nor believed when read.
pub const MAX_BODY: usize = 32 << 20;

/// The frame of a body; `None` when the body is too long.
#[must_use]
pub fn frame(body: &[u8]) -> Option<Vec<u8>> {
    let len = u32::try_from(body.len()).ok().filter(|_| body.len() <= MAX_BODY)?;
    let mut frame = Vec::with_capacity(HEADER + body.len());
    frame.extend_from_slice(&len.to_le_bytes());
    frame.extend_from_slice(&crc32fast::hash(body).to_le_bytes());
    frame.extend_from_slice(body);
    Some(frame)
}

/// The body of the frame that begins at `offset`, when it is whole and its sum is right.
#[must_use]
pub fn body_at(bytes: &[u8], offset: usize) -> Option<&[u8]> {
    let rest = bytes.get(offset..)?;
    let (len, rest) = rest.split_first_chunk::<4>()?;
    let (sum, rest) = rest.split_first_chunk::<4>()?;
    let len = usize::try_from(u32::from_le_bytes(*len)).ok()?;
    if len == 0 || len > MAX_BODY {
        return None;
    }
    let body = rest.get(..len)?;
    (crc32fast::hash(body) == u32::from_le_bytes(*sum)).then_some(body)
}

/// Where the next whole frame begins after a bad place. Bodies of our format begin with its byte and the mark of a map;
/// asking for both first keeps the search cheap in bytes that are no frames.
#[must_use]
pub fn next_after(bytes: &[u8], bad: usize) -> Option<usize> {
    (bad + 1..bytes.len().saturating_sub(HEADER)).find(|&offset| {
        let begins = bytes.get(offset + HEADER) == Some(&FORMAT)
            && bytes.get(offset + HEADER + 1).is_some_and(|mark| mark & 0xf0 == 0x80 || *mark == 0xde);
        begins && body_at(bytes, offset).is_some()
    })
}
