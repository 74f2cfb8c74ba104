//! Everyone credited, with what their marks point to: affiliations, correspondence, notes.

mod correspondence;
mod sharing;

use std::collections::{HashMap, HashSet};

use super::institutions::{address, emails, leads_to_mail};
use crate::model::Article;
use crate::model::credit::{
    Affiliation, AffiliationAlternatives, Correspondence, Credit, CreditGroup, CreditName,
};
use crate::model::flow::Flow;
use crate::model::inline::{Inline, Xref};
use crate::model::note::Note;

/// Someone credited, with what belongs to them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Contributor<'a> {
    /// The credit itself: names, roles, identifiers.
    pub credit: &'a Credit,
    /// Where they work: affiliations in the credit, and those that it refers to; where nobody of the group has any of their
    /// own, those of the group, or those that stand right behind them in it; and a single affiliation of an article whose
    /// contributors have none. Of several forms of an affiliation the first.
    pub affiliations: Vec<&'a Affiliation>,
    /// How to write to them: what the credit refers to; where no credit refers to any, all there is, for the only corresponding
    /// or the only author; else what names them, family name and the initial of a given name at least.
    pub correspondence: Vec<&'a Correspondence>,
    /// Notes among those about the authors that the credit refers to: equal work, present address. One of the kind `corresp`
    /// says how to write to them, and is dealt out as `correspondence` is.
    pub notes: Vec<&'a Note>,
    /// The members of a group that is credited, when it names them.
    pub members: Vec<Self>,
    /// True for authors, as the credit or else its group says.
    pub is_author: bool,
}

impl Contributor<'_> {
    /// True for one to write to: marked so, by itself or by what it refers to, or with correspondence.
    #[must_use]
    pub fn is_corresponding(&self) -> bool {
        self.credit.corresponding.as_deref() == Some("yes")
            || self.is_written_to()
            || corresponding_marks(self.credit).next().is_some()
    }

    /// True when something says how to write to them.
    fn is_written_to(&self) -> bool {
        !self.correspondence.is_empty() || self.letters().next().is_some()
    }

    /// The notes that say how to write to them: by their kind, or because a mark of correspondence points to them.
    fn letters(&self) -> impl Iterator<Item = &Note> {
        let notes = self.notes.iter().copied();
        notes.filter(|note| {
            let mut targets = corresponding_marks(self.credit).flat_map(Xref::targets);
            is_correspondence(note) || targets.any(|target| note.id.as_deref() == Some(target))
        })
    }

    /// Their e-mail addresses, in the credit and in the correspondence, each once.
    #[must_use]
    pub fn emails(&self) -> Vec<String> {
        let own = self.credit.emails.iter().map(address);
        let credit = self.credit;
        let links = credit.links.iter().filter(|link| leads_to_mail(link));
        let addresses = credit.addresses.iter();
        let stated = addresses.flat_map(|lines| emails(&lines.content));
        let written = self.correspondence.iter().flat_map(|text| text.emails());
        // Of one who is marked any note may say how to write to them.
        let is_marked = credit.corresponding.as_deref() == Some("yes");
        let all = self.notes.iter().copied().filter(|_| is_marked);
        let noted = self.letters().chain(all).flat_map(Note::emails);
        let mut seen = HashSet::new();
        own.chain(links.map(address))
            .chain(stated)
            .chain(written)
            .chain(noted)
            .filter(|email| !email.is_empty() && seen.insert(email.clone()))
            .collect()
    }
}

impl Article {
    /// Everyone credited, in order over all groups, with affiliations, correspondence and notes.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = r#"<article><front><article-meta><contrib-group>
    ///   <contrib contrib-type="author"><name><surname>Li</surname><given-names>N.</given-names></name>
    ///     <xref ref-type="aff" rid="a1"/><xref ref-type="corresp" rid="c1"/></contrib></contrib-group>
    ///   <aff id="a1">Shore Institute</aff>
    ///   <author-notes><corresp id="c1">Write to <email>li@example.org</email></corresp></author-notes>
    ///   </article-meta></front></article>"#;
    /// let article = jats::from_str(xml)?.value;
    /// let li = &article.contributors()[0];
    /// assert_eq!(li.credit.name().as_deref(), Some("N. Li"));
    /// assert_eq!(li.affiliations[0].text(), "Shore Institute");
    /// assert!(li.is_corresponding());
    /// assert_eq!(li.emails(), ["li@example.org"]);
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn contributors(&self) -> Vec<Contributor<'_>> {
        let index = Index::of(self);
        let groups = self.credits.iter();
        let mut all: Vec<Contributor<'_>> =
            groups.flat_map(|group| of_group(group, &index)).collect();
        sharing::of_article(self, &mut all);
        correspondence::share(self, &mut all);
        all
    }

    /// The authors among them, in order.
    #[must_use]
    pub fn authors(&self) -> Vec<Contributor<'_>> {
        let mut authors = self.contributors();
        authors.retain(|contributor| contributor.is_author);
        authors
    }

    /// Those to write to, members of groups among them.
    #[must_use]
    pub fn corresponding(&self) -> Vec<Contributor<'_>> {
        fn gather<'a>(all: Vec<Contributor<'a>>, found: &mut Vec<Contributor<'a>>) {
            for mut contributor in all {
                let members = std::mem::take(&mut contributor.members);
                if contributor.is_corresponding() {
                    contributor.members.clone_from(&members);
                    found.push(contributor);
                }
                gather(members, found);
            }
        }
        let mut found = Vec::new();
        gather(self.contributors(), &mut found);
        found
    }
}

/// What contributors refer to, by identifier.
#[derive(Default)]
struct Index<'a> {
    affiliations: HashMap<&'a str, &'a Affiliation>,
    correspondence: HashMap<&'a str, &'a Correspondence>,
    notes: HashMap<&'a str, &'a Note>,
}

impl<'a> Index<'a> {
    fn of(article: &'a Article) -> Self {
        let mut index = Self::default();
        index.affiliations(&article.affiliations, &article.affiliation_alternatives);
        for group in &article.credits {
            index.group(group);
        }
        for notes in &article.author_notes {
            for text in &notes.correspondence {
                put(&mut index.correspondence, text.id.as_deref(), text);
            }
            for note in &notes.notes {
                put(&mut index.notes, note.id.as_deref(), note);
            }
        }
        index
    }

    fn group(&mut self, group: &'a CreditGroup) {
        self.affiliations(&group.affiliations, &group.affiliation_alternatives);
        for credit in &group.credits {
            self.affiliations(&credit.affiliations, &credit.affiliation_alternatives);
            for inner in members(credit) {
                self.group(inner);
            }
        }
    }

    fn affiliations(&mut self, single: &'a [Affiliation], several: &'a [AffiliationAlternatives]) {
        for affiliation in single {
            put(
                &mut self.affiliations,
                affiliation.id.as_deref(),
                affiliation,
            );
        }
        for forms in several {
            if let Some(first) = forms.affiliations.first() {
                put(&mut self.affiliations, forms.id.as_deref(), first);
            }
            for form in &forms.affiliations {
                put(&mut self.affiliations, form.id.as_deref(), form);
            }
        }
    }
}

/// Remembers what has an identifier; of several with the same, the first.
fn put<'a, T>(index: &mut HashMap<&'a str, &'a T>, id: Option<&'a str>, value: &'a T) {
    if let Some(id) = id {
        index.entry(id).or_insert(value);
    }
}

/// Keeps the first of each.
fn once<T>(list: &mut Vec<&T>) {
    let mut seen = HashSet::new();
    list.retain(|value| seen.insert(std::ptr::from_ref(*value)));
}

/// Those of a group; where nobody has an affiliation of their own, they share those of the group.
fn of_group<'a>(group: &'a CreditGroup, index: &Index<'a>) -> Vec<Contributor<'a>> {
    let mut all: Vec<Contributor<'a>> = group
        .credits
        .iter()
        .map(|credit| contributor(credit, group, index))
        .collect();
    if !any(&all, &|c| !c.affiliations.is_empty()) {
        sharing::of_group(group, &mut all);
    }
    all
}

fn contributor<'a>(credit: &'a Credit, group: &CreditGroup, index: &Index<'a>) -> Contributor<'a> {
    let mut found = Contributor {
        credit,
        affiliations: own(&credit.affiliations, &credit.affiliation_alternatives),
        correspondence: Vec::new(),
        notes: Vec::new(),
        members: members(credit)
            .flat_map(|inner| of_group(inner, index))
            .collect(),
        is_author: is_author(credit, group),
    };
    // What a mark points to is told by its target: houses differ in what they call the mark.
    let marks = credit.xrefs.iter().chain(marks(credit));
    for target in credit.targets().chain(marks.flat_map(Xref::targets)) {
        found.affiliations.extend(index.affiliations.get(target));
        let texts = index.correspondence.get(target);
        found.correspondence.extend(texts);
        found.notes.extend(index.notes.get(target));
    }
    once(&mut found.affiliations);
    once(&mut found.correspondence);
    once(&mut found.notes);
    found
}

/// Affiliations that stand in a node itself, in the first of their forms.
fn own<'a>(
    single: &'a [Affiliation],
    several: &'a [AffiliationAlternatives],
) -> Vec<&'a Affiliation> {
    let several = several
        .iter()
        .filter_map(|forms| forms.affiliations.first());
    single.iter().chain(several).collect()
}

fn is_author(credit: &Credit, group: &CreditGroup) -> bool {
    match &credit.kind {
        Some(kind) if !is_form(kind) => kind.eq_ignore_ascii_case("author"),
        _ => group
            .kind
            .as_deref()
            .is_none_or(|kind| matches!(kind, "author" | "authors")),
    }
}

/// True for a kind that says what is named and not which part it took.
fn is_form(kind: &str) -> bool {
    const FORMS: [&str; 8] = [
        "collab",
        "collaboration",
        "consortium",
        "group",
        "organisation",
        "organization",
        "institution",
        "person",
    ];
    FORMS.iter().any(|form| form.eq_ignore_ascii_case(kind))
}

/// The groups of members that the name of a group holds.
fn members(credit: &Credit) -> impl Iterator<Item = &CreditGroup> {
    written(credit).flat_map(groups)
}

/// The marks that stand in a name itself, as those of groups do.
fn marks(credit: &Credit) -> impl Iterator<Item = &Xref> {
    fn of(content: &[Inline]) -> Vec<&Xref> {
        let marks = content.iter().flat_map(|inline| match inline {
            Inline::Xref(xref) => vec![&**xref],
            Inline::Emphasis(emphasis) => of(&emphasis.content),
            _ => Vec::new(),
        });
        marks.collect()
    }
    written(credit).flat_map(of)
}

/// The names that are text.
fn written(credit: &Credit) -> impl Iterator<Item = &[Inline]> {
    credit.names.iter().filter_map(|name| match name {
        CreditName::Group(name)
        | CreditName::GroupAlternatives(name)
        | CreditName::GroupWrap(name)
        | CreditName::Written(name) => Some(name.content.as_slice()),
        _ => None,
    })
}

fn groups(content: &[Inline]) -> Vec<&CreditGroup> {
    let mut found = Vec::new();
    for inline in content {
        match inline {
            Inline::Credits(group) => found.push(&**group),
            Inline::Datum(datum) => found.extend(groups(&datum.content)),
            Inline::Other(other) => {
                for flow in &other.content {
                    if let Flow::Inline(inline) = flow {
                        found.extend(groups(std::slice::from_ref(inline)));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// True when it is so of one of them, or of a member of a group.
fn any(all: &[Contributor<'_>], is_so: &dyn Fn(&Contributor<'_>) -> bool) -> bool {
    all.iter().any(|c| is_so(c) || any(&c.members, is_so))
}

/// The marks that say that somebody is to be written to.
fn corresponding_marks(credit: &Credit) -> impl Iterator<Item = &Xref> {
    let all = credit.xrefs.iter().chain(marks(credit));
    all.filter(|xref| xref.kind.as_deref() == Some("corresp"))
}

/// True for a note that says how to write to somebody.
fn is_correspondence(note: &Note) -> bool {
    note.kind.as_deref() == Some("corresp")
}

#[cfg(test)]
mod tests;
