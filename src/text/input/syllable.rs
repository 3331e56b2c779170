//! What a Vietnamese syllable can be: its beginnings and its rhymes. Looks at letters only; whether a syllable is a word, a
//! dictionary would know. The `ăk` of Đắk Lắk, the `oong` of xoong and the `ươl` of Khmer names are in.

use crate::text::{fold, nfc};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// What a syllable can begin with, the longer before its own beginning.
const BEGINNINGS: [&str; 28] = [
    "ngh", "ng", "nh", "n", "gh", "gi", "g", "kh", "k", "ch", "c", "ph", "p", "qu", "th", "tr", "t", "b", "d", "đ",
    "h", "l", "m", "r", "s", "v", "x", "",
];

/// What it can go on with, without tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oc oi om on ong oong ooc op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêu uơ uôc uôi uôm uôn uông uôt \
    uy uya uych uyên uyêt uym uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ươl \
    y yêm yên yêng yêt yêu ych yn ynh yt yp";

/// The rhymes without any mark.
static BARE_RHYMES: LazyLock<Vec<String>> = LazyLock::new(|| RHYMES.split_whitespace().map(fold).collect());

/// Sắc, huyền, hỏi, ngã, nặng.
const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];

/// Whether `word`, in capitals or not, is a Vietnamese syllable as far as its letters tell. A syllable that ends in a stop and has
/// a tone has sắc or nặng.
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    let (letters, tones) = without_tones(word);
    let stopped = letters.ends_with(['p', 't', 'c']) || letters.ends_with("ch");
    let tone_suits = match tones.as_slice() {
        [] => true,
        [tone] => !stopped || matches!(tone, '\u{301}' | '\u{323}'),
        _ => false,
    };
    tone_suits && rests(&letters).any(|rest| RHYMES.split_whitespace().any(|rhyme| rhyme == rest))
}

/// Whether more keys can make a syllable of `word`, whose marks may still come or change.
#[must_use]
pub(super) fn may_become(word: &str) -> bool {
    let letters = fold(word);
    rests(&letters).any(|rest| BARE_RHYMES.iter().any(|rhyme| rhyme.starts_with(rest)))
        || BEGINNINGS.iter().any(|beginning| beginning.starts_with(&letters))
}

/// What is left of the letters behind each beginning that they have.
fn rests(letters: &str) -> impl Iterator<Item = &str> {
    BEGINNINGS.iter().filter_map(|beginning| letters.strip_prefix(beginning))
}

fn without_tones(word: &str) -> (String, Vec<char>) {
    let (tones, letters): (Vec<char>, Vec<char>) = word.to_lowercase().nfd().partition(|c| TONES.contains(c));
    (nfc(&letters.into_iter().collect::<String>()).into_owned(), tones)
}
