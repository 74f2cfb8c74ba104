//! The article in other languages.

use std::collections::HashMap;

use crate::model::abstracts::Abstract;
use crate::model::headline::TranslatedTitle;
use crate::model::keywords::KeywordGroup;
use crate::model::lang::Lang;
use crate::model::text::Written;
use crate::model::{Article, Part};

/// What an article says in one other language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Translation<'a> {
    /// The language as spelled where it comes first; absent where the article does not say which it is.
    pub lang: Option<&'a Lang>,
    /// The headline and subtitles. JATS `trans-title-group`.
    pub titles: Vec<&'a TranslatedTitle>,
    /// The headline where it stands in no group. NLM 2 `trans-title`.
    pub loose_titles: Vec<&'a Written>,
    /// The abstracts. JATS `trans-abstract`, and `abstract` in that language.
    pub abstracts: Vec<&'a Abstract>,
    /// The keywords. JATS `kwd-group` in that language.
    pub keywords: Vec<&'a KeywordGroup>,
    /// Translations of the whole article. JATS `sub-article` of the type `translation`.
    pub articles: Vec<&'a Article>,
}

impl Article {
    /// The article in other languages, in the order in which these appear: titles, abstracts, keywords, whole translations.
    /// Spellings of a language that differ in the case of letters only are the same.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = "<article xml:lang='en'><front><article-meta><title-group><article-title>Water</article-title>\
    ///   <trans-title-group xml:lang='kk'><trans-title>Су</trans-title></trans-title-group></title-group>\
    ///   <trans-abstract xml:lang='kk'><p>Су туралы.</p></trans-abstract></article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let kazakh = article.translation("kk").unwrap();
    /// assert_eq!(kazakh.titles[0].title.as_ref().unwrap().text(), "Су");
    /// assert_eq!(kazakh.abstracts[0].text(), "Су туралы.");
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn translations(&self) -> Vec<Translation<'_>> {
        let mut found = Translations::default();
        for title in &self.headline.translations {
            found.of(title.lang.as_ref(), |entry| entry.titles.push(title));
        }
        for title in &self.headline.loose_translations {
            found.of(title.lang.as_ref(), |entry| entry.loose_titles.push(title));
        }
        for text in &self.translated_abstracts {
            found.of(text.lang.as_ref(), |entry| entry.abstracts.push(text));
        }
        // Where the article states no language, nothing tells whether another is a translation.
        let own = self.lang.as_ref().map(key);
        let is_foreign = |lang: Option<&Lang>| {
            let stated = lang.map(key);
            own.is_some() && stated.is_some() && stated != own
        };
        for text in &self.abstracts {
            if is_foreign(text.lang.as_ref()) {
                found.of(text.lang.as_ref(), |entry| entry.abstracts.push(text));
            }
        }
        for group in &self.keywords {
            if is_foreign(group.lang.as_ref()) {
                found.of(group.lang.as_ref(), |entry| entry.keywords.push(group));
            }
        }
        for part in &self.parts {
            if let Part::SubArticle(article) = part
                && is_translation(article)
            {
                found.of(article.lang.as_ref(), |entry| entry.articles.push(article));
            }
        }
        found.list
    }

    /// The article in one other language, named as the article spells it: `kk`, `pt-BR`.
    #[must_use]
    pub fn translation(&self, lang: &str) -> Option<Translation<'_>> {
        let wanted = Some(key(&lang.into()));
        let mut all = self.translations().into_iter();
        all.find(|translation| translation.lang.map(key) == wanted)
    }
}

fn is_translation(article: &Article) -> bool {
    let kind = article.kind.as_deref().unwrap_or_default();
    kind.eq_ignore_ascii_case("translation")
}

fn key(lang: &Lang) -> String {
    lang.as_str().to_ascii_lowercase()
}

/// Translations as they are gathered.
#[derive(Default)]
struct Translations<'a> {
    list: Vec<Translation<'a>>,
    by_lang: HashMap<Option<String>, usize>,
}

impl<'a> Translations<'a> {
    /// Adds to the translation into a language.
    fn of(&mut self, lang: Option<&'a Lang>, add: impl FnOnce(&mut Translation<'a>)) {
        let next = self.list.len();
        let at = *self.by_lang.entry(lang.map(key)).or_insert(next);
        if at == next {
            self.list.push(Translation {
                lang,
                titles: Vec::new(),
                loose_titles: Vec::new(),
                abstracts: Vec::new(),
                keywords: Vec::new(),
                articles: Vec::new(),
            });
        }
        if let Some(entry) = self.list.get_mut(at) {
            add(entry);
        }
    }
}
