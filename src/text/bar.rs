//! A week as a bar of signs that every terminal draws: what is firm, what only comes after, and the mark of what there is room for.
//! What is counted is the caller's, so is the colour; nothing is told by it alone.

/// The bar: `#` firm, `~` the rest, `|` the room between or behind them. `most` fills `cells` cells; the mark takes one more.
pub fn bar(firm: usize, rest: usize, room: usize, most: usize, cells: usize) -> String {
    if cells == 0 || most == 0 {
        return String::new();
    }
    // Something is never drawn as nothing, and what is beyond the room always beyond its mark.
    let place = |n: usize| (n * cells).div_ceil(most).min(cells);
    let beyond = usize::from(firm + rest > room);
    let mark = place(room).min(cells - beyond);
    let all = place(firm + rest).max(if beyond == 0 { 0 } else { mark + 1 });
    let firm = if rest == 0 { all } else { place(firm).min(all.saturating_sub(1)) };
    let sign = |at: usize| match at {
        _ if at < firm => '#',
        _ if at < all => '~',
        _ => ' ',
    };
    let before: String = (0..mark).map(sign).collect();
    let behind: String = (mark..all).map(sign).collect();
    format!("{before}|{behind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firm_rest_and_room_are_told_apart_by_their_signs() {
        assert_eq!(bar(3, 2, 8, 10, 10), "###~~   |");
        assert_eq!(bar(3, 2, 4, 10, 10), "###~|~");
        assert_eq!(bar(10, 0, 4, 10, 10), "####|######");
        assert_eq!(bar(0, 0, 0, 10, 10), "|");
        assert_eq!(bar(1, 0, 0, 100, 10), "|#", "one too many is seen");
        assert_eq!(bar(10, 0, 10, 10, 10), "##########|");
        assert_eq!(bar(100, 1, 100, 101, 10), "#########|~", "one too many at the end, too");
        assert_eq!((bar(1, 1, 1, 0, 10), bar(1, 1, 1, 1, 0)), (String::new(), String::new()));
    }
}
