use super::*;

fn sites() -> Sites<'static> {
    Sites::of(Some("The Post"), "https://www.thepost.example/")
}

fn read(text: &str) -> String {
    let names = names_in(text, &sites());
    names
        .iter()
        .map(|name| name.text.as_str())
        .collect::<Vec<_>>()
        .join(" + ")
}

#[test]
fn reads_author_lines() {
    for (line, wanted) in [
        ("By Ann Example", "Ann Example"),
        (
            "Von Ann Example, Bo Beispiel und Cy von der Alm",
            "Ann Example + Bo Beispiel + Cy von der Alm",
        ),
        ("Ann Example and Bo O'Neil, Rome", "Ann Example + Bo O'Neil"),
        ("By Ann Example, News Reporter", "Ann Example"),
        ("Por Ann Example Sex, 20/06/2014", "Ann Example"),
        ("By Emily Sun", "Emily Sun"),
        ("Tuesday", ""),
        ("17. januar 2021 af Ann Example 14", "Ann Example"),
        ("By Von Miller", "Von Miller"),
        ("By Di Example, Rome", "Di Example"),
        ("Text: Von Ann Example", "Ann Example"),
        ("By Bei Wang", "Bei Wang"),
        ("Bei Wang and Will Read", "Bei Wang + Will Read"),
        ("Ann Example Read more", "Ann Example"),
        ("Ann Example Senior Politics Editor", "Ann Example"),
        ("Ann Example | The Post", "Ann Example"),
        (
            "Ann Example\u{1f}@annexample\u{1f}May 3, 2020",
            "Ann Example",
        ),
        ("Published By : AnnExample", "AnnExample"),
        ("Author: Ann Example Jr., PhD", "Ann Example Jr."),
        ("ANN McEXAMPLE, BO DOE-ROE", "Ann McExample + Bo Doe-Roe"),
        ("By Ann Example, Rome, edited by Bo Beispiel", "Ann Example"),
        (
            "Words by Ann Example · Pictures by Bo Beispiel · 3 May 2020",
            "Ann Example",
        ),
        (
            "By Ann Example and Bo Doe · Graphics by Cy Scribe · 3 May 2020",
            "Ann Example + Bo Doe",
        ),
        ("Medically reviewed by Ann Example", ""),
        (
            "Medically reviewed by Cy Scribe — Written by Ann Example",
            "Ann Example",
        ),
        ("Ann Example December 3, 2023", "Ann Example"),
        ("December 3, 2023", ""),
        ("Maria & Katerina", "Maria + Katerina"),
        ("Por\u{1f}Ann Example @annexample", "Ann Example"),
        (
            "Example Rogers Tax & Accounting",
            "Example Rogers Tax & Accounting",
        ),
        ("Ann Example, POST BERLIN", "Ann Example + Post Berlin"),
        ("Ann Example, THE POST BERLIN", "Ann Example"),
        ("AFP, MANILA", "AFP"),
        ("김하늘 기자 외 1명", "김하늘"),
        ("Author, Ann Example", "Ann Example"),
        ("نویسنده، رعنا دلاوری", "رعنا دلاوری"),
        ("【記者王小明／報導】", "王小明"),
        ("Автор: Глафира Собинова", "Глафира Собинова"),
        ("Piše: Ana Primjer", "Ana Primjer"),
        ("Пише: Ана Пример", "Ана Пример"),
        ("Avtorica: Ana Primer, novinarka", "Ana Primer"),
        (
            "Autorius Jonas Pavyzdys ir Ona Pavyzdė",
            "Jonas Pavyzdys + Ona Pavyzdė",
        ),
        ("Ann Example in Rome for The Post", "Ann Example"),
        (
            "Posted On : May 3, 2020 Published By : AnnExample",
            "AnnExample",
        ),
        ("מאת\u{1f}טליה ברונשטיין", "טליה ברונשטיין"),
        ("Tác giả: Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
        ("Γράφει: Άννα Λεμονή", "Άννα Λεμονή"),
        ("Autorė Rūta Pavyzdienė", "Rūta Pavyzdienė"),
        ("โดย สมชาย ตัวอย่าง", "สมชาย ตัวอย่าง"),
        ("(Image: Ann Example)", ""),
        ("ann@thepost.example", "ann@thepost.example"),
    ] {
        assert_eq!(read(line), wanted, "{line}");
    }
}

#[test]
fn tells_people_from_others() {
    let kind = |text| names_in(text, &sites()).first().map(|name| name.kind);
    assert_eq!(kind("The Post"), Some(NameKind::Nobody));
    assert_eq!(kind("thepost"), Some(NameKind::Nobody));
    assert_eq!(kind("Example Media GmbH"), Some(NameKind::Nobody));
    assert_eq!(kind("admin"), Some(NameKind::Nobody));
    assert_eq!(kind("News Staff"), Some(NameKind::Group));
    assert_eq!(kind("Example Press Agency"), Some(NameKind::Group));
    assert_eq!(kind("한빛일보"), Some(NameKind::Group));
    assert_eq!(kind("北潮タイムス"), Some(NameKind::Group));
    assert_eq!(kind("责任编辑"), None);
    assert_eq!(kind("서도윤"), Some(NameKind::Person));
    assert_eq!(kind("dpa"), Some(NameKind::Word));
    assert_eq!(kind("苏若谷"), Some(NameKind::Person));
    assert_eq!(
        kind("Read the whole story of the mill here and there"),
        None
    );
    assert_eq!(kind("skrifar frá heiðinni"), None);
}

#[test]
fn same_names_need_not_be_written_alike() {
    assert!(same("María R. Sahuquillo", "MARÍA SAHUQUILLO"));
    assert!(!same("Ann Example", "Ann Other"));
}
