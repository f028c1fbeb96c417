//! The words that stand beside names in author lines, in the languages we have phrases for.

use crate::chars::holds_any;

/// "Published on", "Story published by": a verb of publishing among the first words. "Created", "Last modified" are of a
/// page, and of many others beside the article.
pub(crate) fn tells_publishing(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).take(3);
    words.any(|word| {
        is_in(
            word,
            "published posted submitted veröffentlicht eingestellt erschienen gepostet gespeichert publié publicado pubblicato \
             gepubliceerd opublikowano опубликовано",
        )
    })
}

/// Words right before a name.
pub(super) fn is_by(word: &str) -> bool {
    is_preposition(word)
        || is_in(
            word,
            "автор текст yazan yazar haber بقلم كتب كتبت 作者 文 記者 记者 撰稿 글",
        )
        || is_in(
            word,
            "author authors author(s) autor autorin autoren auteur autore byline reporter yazar penulis نویسنده الكاتب लेखक লেখক",
        )
        || is_in(
            word,
            "מאת piše пише аутор írta szerző γράφει συντάκτης giả โดย autorius autorė autors autora autorica autorka avtor avtorica kirjoittaja napsal napsala",
        )
}

/// Those of them that are small words.
pub(super) fn is_preposition(word: &str) -> bool {
    is_in(word, "by von par por di da door av af oleh")
}

/// Words before those: "Written by", "Posted on"; alone only with a colon behind them.
pub(super) fn comes_before_by(word: &str) -> bool {
    is_in(
        word,
        "written posted submitted published reported story interview words text texte texto testo tekst report created",
    ) || is_in(
        word,
        "verfasst veröffentlicht geschrieben eingestellt erstellt gepostet gespeichert artikel beitrag rezept publié soumis inviato ingediend submetido publicado enviado escrito scritto pubblicato cura a",
    ) || is_in(
        word,
        "redaktion redaktor opracowanie źródło from tác skrevet skriven",
    )
}

/// A name can't end so, or be so: "Artikel von", "Author".
pub(super) fn stands_before(word: &str) -> bool {
    (is_by(word) || comes_before_by(word)) && word.chars().count() > 1
}

/// Words between two names.
pub(super) fn is_joining(word: &str) -> bool {
    is_in(
        word,
        "and & und et y e og och en i и та й ve و with mit avec con com med ir ja",
    )
}

/// Chinese, Japanese and Korean write "reporter" right before or behind the name.
const REPORTER: [&str; 8] = [
    "記者",
    "记者",
    "기자",
    "通訊員",
    "通讯员",
    "報導",
    "报道",
    "撰稿",
];

/// The line calls someone a reporter.
pub(crate) fn is_reporter(line: &str) -> bool {
    holds_any(line, &REPORTER)
}

/// "강도윤 기자", perhaps with an address behind it: in Korean the job makes a short line one of its author.
pub(crate) fn ends_as_reporter(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let name = words.next().map_or(0, |name| name.chars().count());
    (2..=4).contains(&name) && words.next() == Some("기자") && words.count() <= 1
}

/// The name without it.
pub(super) fn without_reporter(part: &str) -> &str {
    let cut = |part, word: &&str| str::strip_prefix(part, word).unwrap_or(part);
    let part = REPORTER.iter().fold(part, cut);
    let cut = |part, word: &&str| str::strip_suffix(part, word).unwrap_or(part);
    REPORTER.iter().fold(part, cut).trim()
}

/// The line credits a picture, or whoever was in charge.
pub(super) fn is_credit(line: &str) -> bool {
    let word = line
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    is_in(
        word,
        "image images photo photos foto fotos picture bild bilder credit credits video illustration graphic grafik fuente фото nuotrauka снимка imatge",
    ) || is_in(word, "责任编辑 責任編輯 编辑 編輯 责编")
}

/// Parts of a name behind a comma.
pub(super) fn is_suffix(part: &str) -> bool {
    is_in(part, "jr jr. sr sr. ii iii iv")
}

/// Degrees behind a name.
pub(super) fn is_credential(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    is_in(word, "ms ma md phd rd rdn ld mph rn jd mba cfp")
}

/// From this word on it is a job, a place or a paper.
pub(super) fn ends_name(word: &str) -> bool {
    if word.starts_with('@') {
        return true;
    }
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    is_in(
        word,
        "in for the from on at via is was contact senior junior chief managing deputy assistant associate executive",
    ) || is_in(
        word,
        "contributing freelance special political staff ceo aus für im bei foto fotos photo photos illustration 기자 記者 记者 외 sagt sagt:",
    ) || is_in(word, "follow published updated posted read share")
        || is_job(word)
}

/// Such a word may be a name, too, at the place where it stands: a given name before the other, or a surname behind it.
pub(super) fn is_name_too(word: &str, at: usize) -> bool {
    (word == "Bei" && at == 0) || (word == "Read" && at == 1)
}

const JOBS: &[&str] = &[
    "editor",
    "reporter",
    "writer",
    "correspond",
    "korrespond",
    "journalist",
    "columnist",
    "kolumnist",
    "producer",
    "photograph",
    "contributor",
    "analyst",
    "director",
    "redakteur",
    "redaktør",
    "redaktör",
    "volontär",
    "rédact",
    "redactor",
    "periodista",
    "giornalist",
    "jornalist",
    "corrispondent",
    "corresponsal",
    "muhabir",
    "dziennikar",
    "корреспондент",
    "журналист",
    "profes",
    "žurnalist",
    "žurnālist",
    "ajakirjanik",
    "novinar",
    "новинар",
    "urednik",
];

/// The word names a job.
pub(super) fn is_job(word: &str) -> bool {
    let word = word.to_lowercase();
    JOBS.iter().any(|job| word.starts_with(job))
}

/// Work on a text that is not its writing: "reviewed by".
pub(super) fn is_other_work(verb: &str) -> bool {
    let verb = verb.to_lowercase();
    let work = [
        "review",
        "edit",
        "check",
        "fact-check",
        "test",
        "translat",
        "approv",
        "photo",
        "picture",
        "illustrat",
        "graphic",
        "sponsor",
        "power",
        "present",
        "updat",
        "filed",
        "video",
    ];
    work.iter()
        .any(|stem| verb.trim_start_matches('(').starts_with(stem))
}

/// What a job is about: "Health reporter".
pub(super) fn is_beat(word: &str) -> bool {
    is_in(
        word,
        "health medical science sport sports politics business tech technology education environment crime culture",
    ) || is_in(
        word,
        "entertainment economics finance features tv showbiz royal religion opinion world wellness food travel",
    ) || is_in(
        word,
        "fashion money consumer city county court security media legal & and",
    )
}

/// One of a list of words, whatever its case.
pub(super) fn is_in(word: &str, list: &str) -> bool {
    let word = word.to_lowercase();
    // By bytes: to search for a character costs more than to look at each.
    list.as_bytes()
        .split(|&byte| byte == b' ')
        .any(|held| held == word.as_bytes())
}
