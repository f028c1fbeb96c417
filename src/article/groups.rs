//! What signs articles and is no person: agencies, newsrooms, companies, accounts.

use super::roster::is_in;

/// An agency that signs behind its reporter.
pub(super) fn is_agency(word: &str) -> bool {
    is_in(
        word,
        "ap afp dpa apa sid reuters upi ansa efe bns elta hina tanjug tasr",
    )
}

/// A newsroom, an agency, an institution.
pub(super) fn is_group(word: &str) -> bool {
    is_in(
        word,
        "staff team newsroom desk press presse press-agentur agency agencies agentur agenturen agence agencia agenzia",
    ) || is_in(
        word,
        "news media network magazine times tribune editors redaktion redacción redaccion redazione rédaction",
    ) || is_in(
        word,
        "redactie redaksi redakcja redaksjonen редакция university universität institute institut foundation",
    ) || is_in(
        word,
        "association bundesverband ministerium bundesministerium department committee stiftung verlag group",
    ) || is_in(word, "editorial newswire wire services service")
        || PAPERS.iter().any(|end| word.ends_with(end))
}

/// What Chinese, Japanese and Korean papers and agencies end in. One of them looks like a person: one word without cases.
const PAPERS: [&str; 17] = [
    "일보",
    "신문",
    "뉴스",
    "방송",
    "통신",
    "日报",
    "日報",
    "晚报",
    "晚報",
    "新闻",
    "新聞",
    "网",
    "網",
    "通信",
    "社",
    "タイムス",
    "ニュース",
];

/// The legal form of a company.
pub(super) fn is_legal_form(word: &str) -> bool {
    is_in(word, "gmbh ltd llc inc corp plc sarl srl spa oy ab")
}

/// An account's or a machine's name, an address.
pub(super) fn is_account(text: &str) -> bool {
    let host = |word: &str| {
        word.rsplit_once('.').is_some_and(|(front, tld)| {
            front.len() > 1
                && (2..=6).contains(&tld.len())
                && tld.chars().all(|c| c.is_ascii_alphabetic())
        })
    };
    let word = !text.contains(char::is_whitespace);
    let legal = [" s.a.", " e.v.", " e. v.", " z o.o", " a.e."];
    let lower = text.to_lowercase();
    (word && (host(text) || text.contains('@')))
        || text.contains("www.")
        || legal
            .iter()
            .any(|form| lower.ends_with(form.trim_end_matches('.')) || lower.contains(form))
        || is_in(
            text,
            "admin adminn administrator webmaster publisher publishers editor unknown anonymous guest user like comment default none null http https",
        )
}
