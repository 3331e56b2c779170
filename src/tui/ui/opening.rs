//! The frame that stands while the vault is read: head, tabs and the panel of the queue, with what is being done instead of rows.

use super::{
    finish::finish,
    layout::{SMALLEST, areas},
    theme::Theme,
    widgets::{bar, line, lines, page, wrapped},
};
use crate::{
    domain::{look::Signs, share::Share},
    i18n::{Lang, key, say},
};
use ratatui::{
    Frame,
    text::{Line, Span},
};

/// The most columns of the bar.
const BAR: u16 = 48;

/// Draws it. `done` is how much of a rebuild is done; nothing while the vault is only read.
pub fn draw(frame: &mut Frame, lang: Lang, theme: &Theme, done: Option<Share>) {
    let area = frame.area();
    if area.width >= SMALLEST.0 && area.height >= SMALLEST.1 {
        let areas = areas(area);
        line(frame, areas.head, Line::styled(" Thực chất", theme.strong));
        let tabs = [key::TAB_QUEUE, key::TAB_UNITS, key::TAB_FINDINGS, key::TAB_ROLLUP];
        let tabs: String = tabs.map(|tab| format!("   {} ", say(lang, tab))).concat();
        line(frame, areas.tabs, Line::styled(tabs, theme.dim));
        let body = page(frame, areas.body, &say(lang, key::TAB_QUEUE), theme);
        let mut rows = vec![Line::styled(say(lang, key::OPENING), theme.text)];
        if let Some(done) = done {
            let columns = body.width.saturating_sub(6).min(BAR);
            let percent = format!(" {:>3} %", u32::from(done.bp()) / 100);
            rows.push(Line::default());
            rows.push(Line::from(vec![
                Span::styled(bar(done, columns), theme.accent),
                Span::styled(percent, theme.text),
            ]));
            rows.push(Line::default());
            rows.extend(wrapped(&say(lang, key::OPENING_REBUILD), body.width, theme.dim));
        }
        lines(frame, body, rows);
        let leave = format!(" {}", say(lang, key::OPENING_LEAVE));
        line(
            frame,
            areas.hints,
            Line::from(vec![Span::styled(" Ctrl+C", theme.accent), Span::styled(leave, theme.dim)]),
        );
    } else {
        lines(frame, area, wrapped(&say(lang, key::OPENING), area.width, theme.text));
    }
    finish(frame.buffer_mut(), theme, Signs::default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{Terminal, backend::TestBackend};

    fn shown(lang: Lang, (columns, rows): (u16, u16), done: Option<Share>) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal");
        terminal.draw(|frame| draw(frame, lang, &Theme::mono(), done)).expect("a frame");
        let buffer = terminal.backend().buffer().clone();
        (0..rows)
            .map(|row| (0..columns).map(|column| buffer[(column, row)].symbol()).collect::<String>() + "\n")
            .collect()
    }

    #[test]
    fn it_says_what_is_done_and_how_to_stop_at_every_size() {
        for size in [(60, 16), (80, 24), (120, 40)] {
            let screen = shown(Lang::Vi, size, Some(Share::from_bp(4_500)));
            for words in ["Thực chất", "Hàng chờ", "Đang mở kho dữ liệu", "█", "45 %", "không mất gì", "Ctrl+C"]
            {
                assert!(screen.contains(words), "{words} at {size:?}:\n{screen}");
            }
            assert!(shown(Lang::En, size, None).contains("Opening the vault"));
        }
        for size in [(1, 1), (20, 5), (59, 15)] {
            shown(Lang::En, size, Some(Share::WHOLE));
        }
    }
}
