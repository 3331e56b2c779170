//! The package of a Word document (ECMA-376, part 2): the library makes it around an empty body, here it is packed tight and the body is
//! written into it. Unpacked, the figures of a province are ten times as long and too much for a letter.

use docx_rs::XMLDocx;
use std::io::{self, Cursor, Read, Write};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// The part that holds the body, and the tag before which the library closes it.
const DOCUMENT: &str = "word/document.xml";
const END_OF_BODY: &str = "<w:sectPr";

/// The package as a file, with what `write` says as its body.
pub(super) fn with_body(parts: XMLDocx, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    // Written into memory: there is no disk that could be full.
    let _ = pack(parts, write, &mut file);
    file.into_inner()
}

fn pack(parts: XMLDocx, write: impl Fn(&mut dyn Write) -> io::Result<()>, file: &mut Cursor<Vec<u8>>) -> ZipResult<()> {
    let mut loose = Cursor::new(Vec::new());
    parts.pack(&mut loose)?;
    let mut loose = ZipArchive::new(loose)?;
    let mut packed = ZipWriter::new(file);
    // No time of day: the same document is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for at in 0..loose.len() {
        let mut part = loose.by_index(at)?;
        if part.is_dir() {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        packed.start_file(part.name(), options)?;
        let body_at = if part.name() == DOCUMENT { text.find(END_OF_BODY) } else { None };
        let (before, after) = text.split_at(body_at.unwrap_or(text.len()));
        packed.write_all(before.as_bytes())?;
        if body_at.is_some() {
            write(&mut packed)?;
        }
        packed.write_all(after.as_bytes())?;
    }
    packed.finish()?;
    Ok(())
}
