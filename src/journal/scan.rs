//! Reads a journal from any place to its end: every whole record, every damage, and a torn tail. Changes nothing.

use super::{
    Damage, Harm, JournalError, Tip, at,
    chain::Link,
    frame::{HEADER, MAX_BODY, body_at, next_after},
    record::{Decoded, Hash, Record, Undecoded},
    segment::{self, Position},
};
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    path::Path,
};

/// A record that was found.
#[derive(Debug)]
pub struct Found {
    /// Where it stands.
    pub at: Position,
    /// Where it ends.
    pub end: Position,
    /// The record, and how much of it a newer program wrote.
    pub read: Decoded,
    /// Hash of its body.
    pub hash: Hash,
}

/// What was found on the way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scan {
    /// Where the journal stands.
    pub tip: Tip,
    /// What is wrong in its middle, in order.
    pub damage: Vec<Damage>,
    /// Bytes at its end that are no whole record: a write that was cut off.
    pub torn: Option<Torn>,
}

/// Bytes at the end of the last segment that are no whole record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Torn {
    /// Where they begin.
    pub at: Position,
    /// How many.
    pub bytes: u64,
}

/// Reads on from `from` (the default is the beginning) and gives every record that was not there before, in order.
///
/// # Errors
/// [`JournalError`], and what `each` says.
pub fn scan<E: From<JournalError>>(
    dir: &Path,
    from: Tip,
    mut each: impl FnMut(Found) -> Result<(), E>,
) -> Result<Scan, E> {
    let mut tip = from;
    let mut damage = Vec::new();
    let walk = frames(dir, tip.end, |place, body| {
        let place = match place {
            Place::Frame(place) => place,
            Place::Bad(bad) => {
                damage.push(bad);
                return Ok(());
            }
        };
        let end = Position { segment: place.segment, offset: place.offset + (HEADER + body.len()) as u64 };
        match Record::decode(body) {
            Ok(decoded) => {
                let hash = Hash::of(body);
                let link = tip.advance(&decoded.record, hash, place, end);
                if let Link::Known(harm) | Link::Loose(harm) = link {
                    damage.push(Damage { at: place, harm });
                }
                if let Link::Known(_) = link {
                    return Ok(());
                }
                each(Found { at: place, end, read: decoded, hash })
            }
            Err(Undecoded::Format(format)) => Err(JournalError::Newer { format }.into()),
            Err(Undecoded::Shape) => {
                let bytes = end.offset - place.offset;
                damage.push(Damage { at: place, harm: Harm::Unreadable { bytes } });
                tip.end = end;
                Ok(())
            }
        }
    })?;
    tip.end = walk.end;
    Ok(Scan { tip, damage, torn: walk.torn })
}

/// Gives the body of every whole frame, without reading what is in it.
///
/// # Errors
/// [`JournalError`], and what `each` says.
pub fn bodies<E: From<JournalError>>(dir: &Path, mut each: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    frames(dir, Position::default(), |place, body| match place {
        Place::Frame(_) => each(body),
        Place::Bad(_) => Ok(()),
    })?;
    Ok(())
}

/// What is damaged in the middle of a journal, by its frames and the names of its segments. Of a journal longer than `most` bytes only
/// the names are looked at.
///
/// # Errors
/// [`JournalError`].
pub fn harms(dir: &Path, most: u64) -> Result<Vec<Damage>, JournalError> {
    let segments = segment::list(dir)?;
    let mut harms = Vec::new();
    if segments.iter().map(|(_, bytes)| bytes).sum::<u64>() > most {
        let last = segments.last().map_or(0, |(number, _)| *number);
        let missing = (1..last).filter(|number| !segments.iter().any(|(segment, _)| segment == number));
        harms.extend(missing.map(|segment| Damage { at: Position { segment, offset: 0 }, harm: Harm::Segment }));
        return Ok(harms);
    }
    frames(dir, Position::default(), |place, _| {
        if let Place::Bad(bad) = place {
            harms.push(bad);
        }
        Ok::<(), JournalError>(())
    })?;
    Ok(harms)
}

/// The first bytes of a segment that are no whole frame, and how far they go; nothing when it is whole from end to end.
#[must_use]
pub fn first_harm(segment: &[u8]) -> Option<(u64, Harm)> {
    let mut offset = 0;
    while offset < segment.len() {
        let Some(body) = body_at(segment, offset) else {
            let next = next_after(segment, offset).unwrap_or(segment.len());
            return Some((offset as u64, Harm::Unreadable { bytes: (next - offset) as u64 }));
        };
        offset += HEADER + body.len();
    }
    None
}

/// Gives the bodies of whole frames from the end of the journal towards its beginning, until `each` says `false`. Segments further back
/// are not read then.
///
/// # Errors
/// [`JournalError`], and what `each` says.
pub fn bodies_backwards<E: From<JournalError>>(
    dir: &Path,
    mut each: impl FnMut(&[u8]) -> Result<bool, E>,
) -> Result<(), E> {
    for (number, _) in segment::list(dir)?.into_iter().rev() {
        let bytes = read_from(dir, Position { segment: number, offset: 0 }, u64::MAX)?;
        let mut found = Vec::new();
        let mut offset = 0;
        while offset < bytes.len() {
            if let Some(body) = body_at(&bytes, offset) {
                found.push(body);
                offset += HEADER + body.len();
            } else {
                offset = next_after(&bytes, offset).unwrap_or(bytes.len());
            }
        }
        for body in found.into_iter().rev() {
            if !each(body)? {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Whether the journal still holds, at its place, the record that `tip` ends with.
///
/// # Errors
/// [`JournalError`].
pub fn holds(dir: &Path, tip: &Tip) -> Result<bool, JournalError> {
    let segments = segment::list(dir)?;
    let len = |number| segments.iter().find(|(segment, _)| *segment == number).map(|(_, len)| *len);
    let Some(last) = tip.last else { return Ok(tip.end == Position::default()) };
    if len(tip.end.segment).is_none_or(|len| len < tip.end.offset) || len(last.segment).is_none() {
        return Ok(false);
    }
    let most = if last.segment == tip.end.segment { tip.end.offset.saturating_sub(last.offset) } else { LONGEST };
    let bytes = read_from(dir, last, most.min(LONGEST))?;
    Ok(body_at(&bytes, 0).is_some_and(|body| Hash::of(body) == tip.head))
}

/// A place the walk comes to: a whole frame, or something wrong.
enum Place {
    Frame(Position),
    Bad(Damage),
}

/// The end of a walk.
struct Walk {
    /// Where the next record belongs.
    end: Position,
    torn: Option<Torn>,
}

fn frames<E: From<JournalError>>(
    dir: &Path,
    from: Position,
    mut each: impl FnMut(Place, &[u8]) -> Result<(), E>,
) -> Result<Walk, E> {
    let segments = segment::list(dir)?;
    let last = segments.last().map(|(number, _)| *number).ok_or(JournalError::Missing)?;
    let mut expected = from.segment;
    let mut walk = Walk { end: from, torn: None };
    for (number, _) in segments.into_iter().filter(|(number, _)| *number >= from.segment) {
        for missing in expected..number {
            let at = Position { segment: missing, offset: 0 };
            each(Place::Bad(Damage { at, harm: Harm::Segment }), &[])?;
        }
        expected = number.saturating_add(1);
        let begin = if number == from.segment { from.offset } else { 0 };
        let bytes = read_from(dir, Position { segment: number, offset: begin }, u64::MAX)?;
        let place = |offset: usize| Position { segment: number, offset: begin + offset as u64 };
        let mut offset = 0;
        while offset < bytes.len() {
            if let Some(body) = body_at(&bytes, offset) {
                each(Place::Frame(place(offset)), body)?;
                offset += HEADER + body.len();
                continue;
            }
            let next = next_after(&bytes, offset);
            if next.is_none() && number == last {
                walk.torn = Some(Torn { at: place(offset), bytes: (bytes.len() - offset) as u64 });
                break;
            }
            let next = next.unwrap_or(bytes.len());
            let harm = Harm::Unreadable { bytes: (next - offset) as u64 };
            each(Place::Bad(Damage { at: place(offset), harm }), &[])?;
            offset = next;
        }
        walk.end = place(offset);
    }
    Ok(walk)
}

/// The longest frame, in bytes.
const LONGEST: u64 = (HEADER + MAX_BODY) as u64;

/// The bytes of a segment from `from` on, at most `most` of them.
fn read_from(dir: &Path, from: Position, most: u64) -> Result<Vec<u8>, JournalError> {
    let path = segment::path(dir, from.segment);
    let mut file = File::open(&path).map_err(at(&path))?;
    file.seek(SeekFrom::Start(from.offset)).map_err(at(&path))?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(at(&path))?;
    Ok(bytes)
}
