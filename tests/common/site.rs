//! A small news site: pages of one template, each with a story of its own.

use clean_copy::{Clean, Options, Strength, clean};

const SUBJECTS: [&str; 6] = [
    "The harbour office",
    "A retired pilot",
    "The school on the hill",
    "One of the two bakers",
    "The mayor, who was late",
    "The woman at the lock",
];
const DEEDS: [&str; 7] = [
    "counted the boats twice and found one more than the day before",
    "wrote to the council in March and has the answer framed on the wall",
    "says that the bridge will hold for another winter, if nobody paints it",
    "remembers the flood, the long week after it, and the smell of wet flour",
    "keeps a list of every ship that turned back before it reached the mole",
    "asked for a lamp, a rail and a second bench, in that order",
    "would rather speak of the weather, which has not changed",
];
const ENDS: [&str; 5] = [
    "Nobody in the room laughed.",
    "The report, when it came, was four pages long.",
    "It was, he said, a matter of patience and of rope.",
    "By evening the ferry had left without them.",
    "The bill has not been paid.",
];

/// The paragraphs of story `number`.
pub fn paragraphs(number: usize) -> Vec<String> {
    let sentence = |at: usize| {
        let pick = |list: &[&'static str], step: usize| list[(number * step + at * 3) % list.len()];
        format!("{} {}. ", pick(&SUBJECTS, 5), pick(&DEEDS, 3))
    };
    let paragraph = |at: usize| {
        let end = ENDS[(number + at) % ENDS.len()];
        format!("{}{}{end}", sentence(2 * at), sentence(2 * at + 1))
    };
    (0..8).map(paragraph).collect()
}

/// The headline of story `number`.
pub fn headline(number: usize) -> String {
    let words = ["Lamp", "Bridge", "Ferry", "Flour", "Winter", "Lock"];
    format!(
        "{} and {} divide Lower Marsh",
        words[number % 6],
        words[(number + 2) % 6].to_lowercase()
    )
}

/// What stands around the stories of a site.
#[derive(Clone, Copy, Default)]
pub struct Template<'t> {
    /// HTML in the middle of the article.
    pub inside: &'t str,
    /// HTML after it.
    pub below: &'t str,
}

/// The boxes that most tests want: a share bar, a letter, related stories.
pub const CLUTTER: &str = r#"<div class="share-tools"><a href="/f">Share on Facebook</a> <a href="/x">Tweet</a></div>
<section class="letter-signup"><h3>Sign up for our newsletter</h3><p>The best of the week, straight to your inbox.</p><form><input type="email"><button>Sign up</button></form></section>
<section class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Ferry company sells its last steamer</a></li><li><a href="/2">Council closes the covered market</a></li><li><a href="/3">Teachers agree on a shorter day</a></li></ul></section>"#;

/// The page of story `number`.
pub fn story(number: usize, template: Template<'_>) -> String {
    let title = headline(number);
    let paragraphs: Vec<String> = paragraphs(number)
        .iter()
        .map(|text| format!("<p>{text}</p>"))
        .collect();
    let (first, last) = paragraphs.split_at(4);
    format!(
        r#"<html lang="en"><head><title>{title} | The Marsh Post</title><meta property="og:type" content="article"></head><body>
<header class="site-header"><a href="/">The Marsh Post</a><nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main><article class="story-page marsh-longread"><h1 class="story-headline">{title}</h1><div class="story-body">{}{}{}</div></article>
{}</main><footer class="site-footer"><a href="/imprint">Imprint</a></footer></body></html>"#,
        first.concat(),
        template.inside,
        last.concat(),
        template.below,
    )
}

/// Options of a clean that learns on page `number` of a site.
pub fn options(number: usize, recipe: &str, strength: Strength) -> Options {
    Options {
        strength,
        url: Some(format!(
            "https://marsh.example:8443/news/{number}?from=front"
        )),
        recipe: recipe.to_owned(),
        learn: true,
        automatic: true,
        ..Options::default()
    }
}

/// The text of a recipe after a clean, empty where there is none.
pub fn text(clean: &Clean) -> String {
    let recipe = clean.recipe.recipe.as_ref();
    recipe
        .and_then(|recipe| recipe.report())
        .map_or_else(String::new, |report| report.text)
}

/// Cleans stories one after another, each with the recipe that the one before left; gives the last clean.
pub fn visit(stories: &[(usize, Template<'_>)], strength: Strength) -> (Clean, String) {
    let mut recipe = String::new();
    let mut last = None;
    for (number, template) in stories {
        let html = story(*number, *template);
        let done = clean(&html, &options(*number, &recipe, strength));
        recipe = text(&done);
        last = Some(done);
    }
    (last.expect("at least one story"), recipe)
}
