//! A record: one user action of one device, as bytes and back.
//!
//! The body is a format byte and a `MessagePack` map with names, so that a record is readable in ten years and by a newer or
//! older program: fields and operations that this program does not know stay in the file, are skipped and counted.

use super::clock::{Clock, Wall};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Visitor};
use std::{fmt, sync::Arc};
use uuid::Uuid;

/// The format byte. A new one only when a record could no longer be read by names.
pub const FORMAT: u8 = 1;

/// A laptop's copy of a vault (UUID v4, made with the vault).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeviceId(pub Uuid);

/// Names a record, and with a field of it one operation: the device and its sequence number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp(pub DeviceId, pub u64);

/// BLAKE3 of a record's body; all zeros stands before the first record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The hash of a body.
    #[must_use]
    pub fn of(body: &[u8]) -> Self {
        Self(*blake3::hash(body).as_bytes())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = Bytes::deserialize(from)?;
        bytes.0.try_into().map(Self).map_err(|_| serde::de::Error::custom("a hash has 32 bytes"))
    }
}

/// Bytes that are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct AsBytes;
        impl Visitor<'_> for AsBytes {
            type Value = Bytes;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }
            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }
        from.deserialize_byte_buf(AsBytes)
    }
}

/// Bytes that many operations have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SharedBytes(pub Arc<[u8]>);

impl SharedBytes {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for SharedBytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for SharedBytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Bytes::deserialize(from).map(|bytes| Self(bytes.0.into()))
    }
}

/// One field of one thing is set. In the file, an operation without `kind` is about the same thing as the one before it:
/// most actions set several fields of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Op {
    /// What kind of thing: `inspection`, `unit`. Never empty.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub kind: Arc<str>,
    /// Which one, as its kind writes ids.
    #[serde(default, skip_serializing_if = "SharedBytes::is_empty")]
    pub id: SharedBytes,
    /// Which field of it: `answer/C1-05`.
    pub field: String,
    /// The new value: `MessagePack` with names, nested, so that a program which does not know it can still carry it.
    pub value: Bytes,
    /// The record that set the value which this one replaces: what its author had seen. `None` when there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Stamp>,
}

/// One user action: all of it happened or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Where it was made.
    pub device: DeviceId,
    /// Its number on that device, from 1, without gaps.
    pub seq: u64,
    /// Its place among the records of all devices.
    pub clock: Clock,
    /// When, by the laptop's clock.
    pub at: Wall,
    /// Who.
    pub actor: String,
    /// Hash of the device's previous record.
    pub prev: Hash,
    /// What was set, in order.
    pub ops: Vec<Op>,
}

/// A record that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The record.
    pub record: Record,
    /// Fields of it that a newer program wrote; they stay in the file.
    pub unknown: u64,
}

/// Why a body is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecoded {
    /// Another format byte.
    Format(u8),
    /// Not the map of a record.
    Shape,
}

impl Record {
    /// The body: format byte and named map.
    ///
    /// # Errors
    /// None with the types above; the encoder's signature has one.
    pub fn encode(mut self) -> Result<Vec<u8>, rmp_serde::encode::Error> {
        let mut body = vec![FORMAT];
        for place in (1..self.ops.len()).rev() {
            if let [.., before, op] = &mut self.ops[..=place]
                && (&op.kind, &op.id) == (&before.kind, &before.id)
            {
                (op.kind, op.id) = Default::default();
            }
        }
        rmp_serde::encode::write_named(&mut body, &self)?;
        Ok(body)
    }

    /// Reads a body.
    ///
    /// # Errors
    /// [`Undecoded`].
    pub fn decode(body: &[u8]) -> Result<Decoded, Undecoded> {
        match body.split_first() {
            Some((&FORMAT, map)) => {
                let (mut record, unknown) = named::<Self>(map).ok_or(Undecoded::Shape)?;
                let mut about: (Arc<str>, SharedBytes) = Default::default();
                for op in &mut record.ops {
                    if op.kind.is_empty() {
                        (op.kind, op.id) = about.clone();
                    } else {
                        about = (op.kind.clone(), op.id.clone());
                    }
                }
                Ok(Decoded { record, unknown })
            }
            Some((&format, _)) => Err(Undecoded::Format(format)),
            None => Err(Undecoded::Shape),
        }
    }
}

/// Reads a `MessagePack` value with names, and counts the fields in it that this program does not know.
/// `None` when it is no such value.
#[must_use]
pub fn named<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Option<(T, u64)> {
    let mut unknown = 0;
    let mut reader = rmp_serde::Deserializer::from_read_ref(bytes);
    // One type for all of them: with a closure of its own, each would have its own copy of the code of what they share.
    let count: &mut dyn FnMut(serde_ignored::Path) = &mut |_| unknown += 1;
    let value = serde_ignored::deserialize(&mut reader, count).ok()?;
    Some((value, unknown))
}
