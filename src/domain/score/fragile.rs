//! The fragile test: what the band rests on. Takes away each piece of evidence and each item in turn.

use super::{Rest, band, effective, sheet::Sheet, sum::Sums};
use crate::domain::{ids::BandId, share::Share};

/// The pieces and items whose removal alone changes the band.
pub(super) fn rests_on(sheet: Sheet) -> Vec<Rest> {
    let carried = sheet.carried();
    let mut test = Test { sheet, carried, standing: None };
    test.standing = test.band(None);
    let mut rests: Vec<Rest> = (0..test.sheet.pieces.len()).filter_map(|piece| test.without_piece(piece)).collect();
    let mut items: Vec<usize> = (0..test.sheet.rows.len()).collect();
    items.sort_by_key(|&row| &test.sheet.rows[row].item.id);
    rests.extend(items.into_iter().filter_map(|row| test.without_item(row)));
    rests
}

struct Test<'a> {
    sheet: Sheet<'a>,
    /// What each row carries; a removal changes it and puts it back.
    carried: Vec<Option<Share>>,
    /// The band with everything in place, by its place in the programme.
    standing: Option<usize>,
}

impl Test<'_> {
    fn without_piece(&mut self, piece: usize) -> Option<Rest> {
        let mut weakened = Vec::new();
        for (place, row) in self.sheet.rows.iter().enumerate() {
            if row.pieces.binary_search(&piece).is_err() {
                continue;
            }
            let left = row.pieces.iter().copied().filter(|&other| other != piece);
            let carried = self.sheet.carried_at(row, self.sheet.grade_by(row, left));
            if carried != self.carried[place] {
                weakened.push((place, carried));
            }
        }
        if weakened.is_empty() {
            return None;
        }
        for (place, carried) in &mut weakened {
            std::mem::swap(&mut self.carried[*place], carried);
        }
        let band = self.band(None);
        for (place, carried) in weakened {
            self.carried[place] = carried;
        }
        let id = self.sheet.pieces[piece].id?;
        (band != self.standing).then(|| Rest::Evidence(id.clone(), self.name(band)))
    }

    fn without_item(&mut self, row: usize) -> Option<Rest> {
        let item = &self.sheet.rows[row].item.id;
        let level = self.sheet.facts.levels.remove_entry(item);
        let carried = self.carried[row].take();
        let band = self.band(Some(row));
        self.carried[row] = carried;
        self.sheet.facts.levels.extend(level);
        (band != self.standing).then(|| Rest::Item(item.clone(), self.name(band)))
    }

    fn band(&mut self, without: Option<usize>) -> Option<usize> {
        let programme = self.sheet.programme;
        let effective = effective::settle(&self.sheet.rows, &self.carried, programme.scoring.life_margin);
        let sums = Sums::over(&self.sheet.rows, &effective, without);
        let whole = sums.whole.score();
        let gates = band::closed(programme, self.sheet.facts_with(whole, sums.outcome.score()));
        band::reached(programme, &whole?, &gates)
    }

    fn name(&self, band: Option<usize>) -> Option<BandId> {
        Some(self.sheet.programme.bands.get(band?)?.id.clone())
    }
}
