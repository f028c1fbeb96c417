use crate::judge::{later_paragraphs, paragraphs};
use crate::{Options, clean};

/// The copy of an article with this in a figure, over a caption.
fn with(shown: &str) -> String {
    let figure =
        format!("<figure>{shown}<figcaption>The lamp at dawn in 1901</figcaption></figure>");
    let (start, end) = (paragraphs(4), later_paragraphs());
    let html = format!("<article><h1>The lamp stays lit</h1>{start}{figure}{end}</article>");
    clean(&html, &Options::default()).markdown()
}

#[test]
fn the_picture_that_the_page_declares_is_copied_once_wherever_it_stands() {
    let copied = |above: &str, amid: &str| {
        let (start, end) = (paragraphs(4), paragraphs(8));
        let html = format!(
            "<head><meta property='og:image' content='/harbour-at-dawn-1200x630.jpg'></head><body>{above}\
             <article><h1>The lamp stays lit until the spring</h1>{start}{amid}{end}</article></body>"
        );
        let markdown = clean(&html, &Options::default()).markdown().to_owned();
        markdown.matches("harbour-at-dawn").count()
    };
    let picture = "<figure><img src='/harbour-at-dawn-300x200.jpg'></figure>";
    assert_eq!(copied(picture, ""), 1);
    assert_eq!(copied(picture, picture), 1);
    let unseen = format!("<div style='display:none'>{picture}</div>");
    assert_eq!(copied(&unseen, ""), 0);
    assert_eq!(copied("", picture), 1);
    assert_eq!(copied(&format!("<a href='/lamp'>{picture}</a>"), ""), 0);
}

#[test]
fn what_is_embedded_or_no_picture_keeps_its_caption() {
    assert!(!with("").contains("The lamp at dawn"));
    for shown in [
        "<video src='/v.mp4'></video>",
        "<iframe src='https://v.example/1'></iframe>",
        "<svg viewBox='0 0 9 9'><path d='M0'/></svg>",
        "<canvas></canvas>",
        "<picture><source srcset='/a.webp'></picture>",
        "<amp-img src='/a.jpg' width='800'></amp-img>",
        "<amp-img src='/a.jpg'><img src='/a.jpg'></amp-img>",
        "<div class='map' data-map='1'></div>",
        "<svg><path d='M0'/></svg><img src='/a.jpg'>",
    ] {
        let markdown = with(shown);
        assert_eq!(
            markdown.matches("The lamp at dawn in 1901").count(),
            1,
            "{markdown}"
        );
        let pictures = usize::from(shown.contains("a.jpg"));
        assert_eq!(
            markdown.matches("(</a.jpg>)").count(),
            pictures,
            "{markdown}"
        );
    }
}

#[test]
fn captions_of_tables_and_of_several_pictures_are_copied_once() {
    let row = "<tr><td>Ostrel</td><td>12</td></tr>";
    let table = with(&format!("<table><tbody>{}</tbody></table>", row.repeat(3)));
    assert!(
        table.contains("| Ostrel | 12 |\n\n*The lamp at dawn in 1901*"),
        "{table}"
    );
    let pair = with("<img src='/a.jpg'><img src='/b.jpg'>");
    assert!(
        pair.contains("![](</a.jpg>)\n\n![](</b.jpg>)\n\n*The lamp at dawn in 1901*"),
        "{pair}"
    );
}

#[test]
fn pictures_of_a_list_and_on_buttons_are_copied_where_they_belong_to_its_words() {
    let step = |inside: &str| {
        let words = "Stir the lamp oil in until the light is even, the keeper of the harbour said on Monday.";
        let inside = inside.replace('$', words);
        let list = format!("<ol><li>{inside}</li><li>{words} Then wait for it.</li></ol>");
        let (above, below) = (paragraphs(4), paragraphs(8));
        let html = format!("<article><h1>How to light a lamp</h1>{above}{list}{below}</article>");
        clean(&html, &Options::default())
            .markdown()
            .contains("(</a.jpg>)")
    };
    let picture = "<img src='/a.jpg'>";
    assert!(step(&format!("$ {picture}")));
    let figure = format!("<figure>{picture}<figcaption>The lamp in 1901</figcaption></figure>");
    assert!(step(&format!("{figure} $")));
    assert!(step(&format!(
        "$ <figure><button>{picture}</button></figure>"
    )));
    let wide = "<img src='/a.jpg' width='728'>";
    assert!(step(&format!("<a href='/a.jpg'>{wide}</a> $")));
    assert!(!step(&format!("<a href='/other'>{wide}</a> $")));
    // The face of who said it, an icon, a picture that leads elsewhere.
    assert!(!step(&format!("{picture} $")));
    assert!(!step(&format!("$ <button>{picture}</button>")));
    assert!(!step(&format!("$ <nav>{picture}</nav>")));
}
