//! The fields of a citation out of its parts, whatever its form.

use super::cited::{CitedDate, CitedFact, CitedId, CitedName, CitedPeople, CitedPerson};
use super::fields::CitationFields;
use crate::model::credit::{CreditName, NameAlternatives, PersonName};
use crate::model::datum::{Datum, DatumKind};
use crate::model::flow::Flow;
use crate::model::inline::{Inline, Link};
use crate::model::plain;
use crate::model::text::Written;

/// The fields of a citation of these parts.
pub(super) fn fields(kind: Option<&str>, parts: &[Inline]) -> CitationFields {
    let mut reader = Reader {
        fields: CitationFields {
            kind: kind.map(str::to_owned),
            ..CitationFields::default()
        },
        run: false,
    };
    reader.parts(parts);
    reader.fields
}

/// Types of dates that are dates of issue.
const ISSUES: [&str; 6] = ["pub", "published", "publication", "issued", "epub", "ppub"];

/// Fields as they fill.
struct Reader {
    fields: CitationFields,
    /// True while names stand one after another outside of a group.
    run: bool,
}

impl Reader {
    fn parts(&mut self, parts: &[Inline]) {
        for part in parts {
            self.part(part);
        }
    }

    fn flows(&mut self, content: &[Flow]) {
        for flow in content {
            if let Flow::Inline(inline) = flow {
                self.part(inline);
            }
        }
    }

    /// Reads a part. Text, and whatever marks nothing that is cited, says nothing here.
    fn part(&mut self, part: &Inline) {
        match part {
            Inline::Datum(datum) => self.datum(datum),
            Inline::Name(_) | Inline::Names(_) => {
                if let Some(name) = name(part) {
                    self.named(name);
                }
            }
            Inline::Link(link) => self.link(link),
            Inline::Uri(link) | Inline::Email(link) => self.fields.urls.extend(address(link)),
            Inline::Emphasis(emphasis) => self.parts(&emphasis.content),
            Inline::Other(other) => self.flows(&other.content),
            Inline::Abbreviation(short) => self.flows(&short.content),
            Inline::Alternatives(forms) => self.flows(forms.content.get(..1).unwrap_or_default()),
            _ => {}
        }
    }

    fn datum(&mut self, datum: &Datum) {
        use DatumKind as K;
        match datum.kind {
            K::PersonGroup => return self.group(datum),
            K::StringName | K::Collab | K::CollabName | K::CollabWrap | K::Anonymous | K::Etal => {
                return self.person(datum);
            }
            _ => self.run = false,
        }
        match datum.kind {
            K::DateInCitation | K::AccessDate | K::TimeStamp => return self.date(datum),
            K::Date | K::StringDate => return self.dated(datum),
            // When a conference was held is no date of issue.
            K::ConfDate => {
                self.fact(K::ConfDate, text(datum));
                return self.parts_of_date(datum);
            }
            K::PubId | K::ObjectId | K::Isbn | K::Issn | K::IssnL => self.id(datum),
            K::Comment => self.fields.comments.extend(text(datum)),
            // What these mark stands inside; punctuation marks nothing.
            K::NamedContent | K::StyledContent | K::InstitutionWrap | K::Authored => {}
            kind => self.fact(kind, text(datum)),
        }
        if let Some(iso) = datum.attr("iso-8601-date") {
            self.fields.issued.iso.get_or_insert_with(|| iso.to_owned());
        }
        // A title may be a link, a comment may hold an identifier.
        self.parts(&datum.content);
    }

    /// A fact into its field; where there is none, or one is in it, beside the fields.
    fn fact(&mut self, kind: DatumKind, text: Option<String>) {
        let Some(text) = text else {
            return;
        };
        match self.fields.field(kind) {
            Some(field) if field.is_none() => *field = Some(text),
            _ => self.fields.further.push(CitedFact { kind, text }),
        }
    }

    fn id(&mut self, datum: &Datum) {
        let kind = match datum.kind {
            DatumKind::Isbn | DatumKind::Issn | DatumKind::IssnL => Some(datum.kind.element()),
            _ => datum.attr("pub-id-type"),
        };
        if let Some(text) = text(datum) {
            let kind = kind.map(str::to_owned);
            self.fields.ids.push(CitedId { kind, text });
        }
    }

    /// A link: to an identifier, when its kind says so, else an address.
    fn link(&mut self, link: &Link) {
        const IDS: [&str; 6] = ["doi", "pmid", "pmcid", "arxiv", "isbn", "issn"];
        let kind = link.kind.as_deref().unwrap_or_default();
        let is_id = IDS.iter().any(|id| id.eq_ignore_ascii_case(kind));
        match address(link) {
            Some(text) if is_id => self.fields.add_id(kind, text),
            address => self.fields.urls.extend(address),
        }
        self.parts(&link.content);
    }

    /// A date in one element: that of issue, when it says no other and there is none yet.
    fn dated(&mut self, datum: &Datum) {
        let (mut date, inside) = date_in(datum);
        let words = text(datum).filter(|_| datum.kind == DatumKind::StringDate);
        let kind = datum.attr("date-type");
        let is_of_issue = kind.is_none_or(|kind| ISSUES.contains(&kind));
        let known = &mut self.fields.issued;
        // A date in words, and a whole one in an attribute, may stand beside one in parts.
        let has_parts = date.has_parts();
        let is_free =
            !(has_parts && known.has_parts()) && (known.iso.is_none() || date.iso.is_none());
        if is_of_issue && is_free {
            let (iso, before) = (known.iso.take().or(date.iso.take()), known.text.take());
            if has_parts {
                *known = date;
            }
            (known.iso, known.text) = (iso, before);
            self.fact(DatumKind::StringDate, words);
        } else {
            date.text = words;
            date.kind = Some(kind.unwrap_or(datum.kind.element()).to_owned());
            self.fields.dates.push(date);
        }
        self.beside(inside);
    }

    /// What is marked in the date of a conference: its parts as a date of its own.
    fn parts_of_date(&mut self, datum: &Datum) {
        let (mut date, inside) = date_in(datum);
        if date != CitedDate::default() {
            date.kind = Some(datum.kind.element().to_owned());
            self.fields.dates.push(date);
        }
        self.beside(inside);
    }

    fn date(&mut self, datum: &Datum) {
        let (mut date, inside) = date_in(datum);
        if !date.has_parts() && date.text.is_none() {
            date.text = text(datum);
        }
        let kind = match datum.kind {
            DatumKind::DateInCitation => datum.attr("content-type"),
            kind => Some(kind.element()),
        };
        date.kind = kind.map(str::to_owned);
        self.fields.dates.push(date);
        self.beside(inside);
    }

    fn group(&mut self, datum: &Datum) {
        let mut inside = fields(None, &datum.content);
        let mut group = CitedPeople {
            role: datum.attr("person-group-type").map(str::to_owned),
            ..CitedPeople::default()
        };
        for people in std::mem::take(&mut inside.people) {
            group.names.extend(people.names);
            group.et_al |= people.et_al;
        }
        if group.names.is_empty() && !group.et_al {
            // Names as plain text, none of them marked.
            group.names.extend(text(datum).map(CitedName::Literal));
        }
        if !group.names.is_empty() || group.et_al {
            self.fields.people.push(group);
        }
        self.beside(inside);
    }

    /// What is marked inside a date or a group and belongs to neither.
    fn beside(&mut self, inside: CitationFields) {
        self.run = false;
        let facts = inside.facts();
        let facts = facts.map(|(kind, text)| CitedFact::new(kind, text));
        self.fields.further.extend(facts);
        self.fields.further.extend(inside.further);
        self.fields.ids.extend(inside.ids);
        self.fields.urls.extend(inside.urls);
        self.fields.comments.extend(inside.comments);
        self.fields.dates.extend(inside.dates);
    }

    /// A name, or the mark for names left out, that stands as a datum.
    fn person(&mut self, datum: &Datum) {
        let name = match datum.kind {
            DatumKind::Etal => return self.fill(|group| group.et_al = true),
            DatumKind::Anonymous => Some(CitedName::Anonymous),
            DatumKind::StringName => string_name(&datum.content),
            _ => text(datum).map(CitedName::Group),
        };
        if let Some(name) = name {
            self.named(name);
        }
        // A group may have an address or an identifier.
        let inside = fields(None, &datum.content);
        self.fields.ids.extend(inside.ids);
        self.fields.urls.extend(inside.urls);
    }

    fn named(&mut self, name: CitedName) {
        self.fill(|group| group.names.push(name));
    }

    /// Fills the group that stands open: names that follow one another are one.
    fn fill(&mut self, fill: impl FnOnce(&mut CitedPeople)) {
        if !self.run {
            self.fields.people.push(CitedPeople::default());
            self.run = true;
        }
        if let Some(group) = self.fields.people.last_mut() {
            fill(group);
        }
    }
}

/// The date that a part holds, and what else is marked in it.
fn date_in(datum: &Datum) -> (CitedDate, CitationFields) {
    let mut inside = fields(None, &datum.content);
    let mut date = std::mem::take(&mut inside.issued);
    date.iso = datum.attr("iso-8601-date").map(str::to_owned).or(date.iso);
    (date, inside)
}

/// The text of a fact; `None` when there is none.
fn text(datum: &Datum) -> Option<String> {
    trimmed(&datum.text())
}

fn trimmed(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Where a link leads: its address, else its text.
fn address(link: &Link) -> Option<String> {
    let href = link.href.as_deref().and_then(trimmed);
    href.or_else(|| trimmed(&plain::inlines(&link.content)))
}

fn name(part: &Inline) -> Option<CitedName> {
    match part {
        Inline::Name(name) => person(name),
        Inline::Names(forms) => first_form(forms),
        _ => None,
    }
}

fn person(name: &PersonName) -> Option<CitedName> {
    let part = |part: &Option<Written>| part.as_ref().and_then(|part| trimmed(&part.text()));
    let person = CitedPerson {
        family: part(&name.family),
        given: part(&name.given),
        prefix: part(&name.prefix),
        suffix: part(&name.suffix),
    };
    (person != CitedPerson::default()).then_some(CitedName::Person(person))
}

fn first_form(forms: &NameAlternatives) -> Option<CitedName> {
    forms.names.iter().find_map(|form| match form {
        CreditName::Person(name) => person(name),
        CreditName::Written(name) => string_name(&name.content),
        other => other
            .text()
            .as_deref()
            .and_then(trimmed)
            .map(CitedName::Group),
    })
}

/// A name as written: in parts where these are marked, else as one text.
fn string_name(content: &[Inline]) -> Option<CitedName> {
    let mut person = CitedPerson::default();
    mark(content, &mut person);
    if person == CitedPerson::default() {
        return trimmed(&plain::inlines(content)).map(CitedName::Literal);
    }
    Some(CitedName::Person(person))
}

/// The parts of a name that are marked in a text.
fn mark(content: &[Inline], person: &mut CitedPerson) {
    for part in content {
        match part {
            Inline::Datum(datum) => {
                let field = match datum.kind {
                    DatumKind::Surname => &mut person.family,
                    DatumKind::GivenNames => &mut person.given,
                    DatumKind::Prefix => &mut person.prefix,
                    DatumKind::Suffix => &mut person.suffix,
                    _ => continue,
                };
                *field = field.take().or_else(|| text(datum));
            }
            Inline::Emphasis(emphasis) => mark(&emphasis.content, person),
            _ => {}
        }
    }
}
