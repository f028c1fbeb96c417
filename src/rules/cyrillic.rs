//! Serbian stands in Latin and in Cyrillic letters, and each of them says how the other is written.

const LATIN: &str = "abvgdđežzijklmnoprstćufhcčš";
const CYRILLIC: &str = "абвгдђежзијклмнопрстћуфхцчш";

/// Letters that stand for one with the letter before them.
const JOINED: [(char, char, char); 3] = [('л', 'ј', 'љ'), ('н', 'ј', 'њ'), ('д', 'ж', 'џ')];

/// Adds each line of Serbian in Latin letters from `from` on in Cyrillic ones. Lines with a letter that Serbian has not, as
/// those of names of services, stay Latin.
#[cold]
pub(super) fn add_lines(from: usize, out: &mut String) {
    let latin = out[from..].to_owned();
    for line in latin.split('\n') {
        let start = out.len();
        out.push('\n');
        if !line.chars().all(|c| add(c, out)) {
            out.truncate(start);
        }
    }
}

/// False for a letter that Serbian has not.
fn add(c: char, out: &mut String) -> bool {
    let place = LATIN.chars().position(|own| own == c);
    let own = place.and_then(|place| CYRILLIC.chars().nth(place));
    let second = own.unwrap_or(c);
    let last = out.chars().next_back();
    let pair = |joined: &&(char, char, char)| (last, second) == (Some(joined.0), joined.1);
    match JOINED.iter().find(pair) {
        Some(joined) => {
            out.pop();
            out.push(joined.2);
        }
        None => out.push(second),
    }
    own.is_some() || !c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(lines: &str) -> String {
        let mut out = format!("x\0{lines}");
        add_lines(2, &mut out);
        out[2 + lines.len()..].to_owned()
    }

    #[test]
    fn lines_stand_in_cyrillic_letters_too() {
        assert_eq!(
            added("podeli vest:\n# komentara"),
            "\nподели вест:\n# коментара"
        );
        assert_eq!(added("najčitanije"), "\nнајчитаније");
    }

    #[test]
    fn two_letters_that_are_one_in_cyrillic_become_one() {
        let joined = "\nследећа, подељен, књиге, џепни";
        assert_eq!(added("sledeća, podeljen, knjige, džepni"), joined);
    }

    #[test]
    fn foreign_names_stay_latin() {
        assert_eq!(added("youtube kanal\nvreme"), "\nвреме");
    }
}
