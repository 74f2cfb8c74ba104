//! Where the bytes of figures come from.
//!
//! The model holds the addresses of figures as the article spells them, never bytes. A writer that packs figures asks a
//! [`Resources`]; a reader of a package gives one.

mod directory;
mod kind;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use directory::DirectoryResources;
pub(crate) use kind::ImageKind;

use crate::error::Result;
use crate::model::Article;

/// Where the bytes of figures come from.
///
/// ```
/// use separatum::{MapResources, Resources};
/// let mut figures = MapResources::new();
/// figures.insert("fig1.png", vec![0x89, b'P', b'N', b'G']);
/// assert!(figures.get("fig1.png").unwrap().is_some());
/// assert!(figures.get("fig2.png").unwrap().is_none());
/// ```
///
/// A program that keeps its images elsewhere says how they are found. What fails there fails the writer: any
/// [`std::io::Error`] becomes an [`Error`](crate::Error).
///
/// ```
/// use separatum::{Resource, Resources, Result};
/// use std::collections::HashMap;
///
/// struct Store(HashMap<u64, Vec<u8>>);
///
/// impl Resources for Store {
///     fn get(&self, href: &str) -> Result<Option<Resource>> {
///         let Some(key) = href.strip_prefix("store:") else { return Ok(None) };
///         let key = key.parse().map_err(std::io::Error::other)?;
///         Ok(self.0.get(&key).map(|bytes| Resource::new(bytes.clone())))
///     }
/// }
///
/// let store = Store(HashMap::from([(7, vec![0x89])]));
/// assert!(store.get("store:7")?.is_some());
/// assert!(store.get("store:seven").is_err());
/// # Ok::<(), separatum::Error>(())
/// ```
pub trait Resources {
    /// The bytes behind an address, spelled as in the article; `None` when there are none.
    ///
    /// # Errors
    /// When the bytes are there and cannot be had: the disk fails, a limit is passed.
    fn get(&self, href: &str) -> Result<Option<Resource>>;
}

/// The bytes of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Resource {
    /// The bytes.
    pub data: Arc<Vec<u8>>,
    /// The name under which they were found, when it is not the address itself: `fig1.jpg` for `fig1.tif`.
    pub found_as: Option<String>,
}

impl Resource {
    /// Bytes found under the address itself.
    #[must_use]
    pub fn new(data: impl Into<Arc<Vec<u8>>>) -> Self {
        Self {
            data: data.into(),
            found_as: None,
        }
    }

    /// The media type, by content: names lie too often. `None` when the bytes are no image known here.
    #[must_use]
    pub fn media_type(&self) -> Option<&'static str> {
        ImageKind::of(&self.data).map(ImageKind::media_type)
    }

    /// The usual extension without the dot, by content. `None` when the bytes are no image known here.
    #[must_use]
    pub fn extension(&self) -> Option<&'static str> {
        ImageKind::of(&self.data).map(ImageKind::extension)
    }
}

/// No resources at all: the default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct NoResources;

impl Resources for NoResources {
    fn get(&self, _href: &str) -> Result<Option<Resource>> {
        Ok(None)
    }
}

/// Resources in memory, by the address as the article spells it.
///
/// ```
/// use separatum::MapResources;
/// let figures: MapResources = [("fig1.png", vec![1_u8]), ("fig2.png", vec![2])].into_iter().collect();
/// assert_eq!(figures.len(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct MapResources {
    by_href: BTreeMap<String, Arc<Vec<u8>>>,
}

impl MapResources {
    /// No resources yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds bytes under an address, in place of what was there.
    pub fn insert(&mut self, href: impl Into<String>, data: impl Into<Arc<Vec<u8>>>) {
        self.by_href.insert(href.into(), data.into());
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_href.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_href.is_empty()
    }

    /// All addresses with their bytes, in order of the addresses.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<Vec<u8>>)> {
        self.by_href
            .iter()
            .map(|(href, data)| (href.as_str(), data))
    }
}

impl Resources for MapResources {
    fn get(&self, href: &str) -> Result<Option<Resource>> {
        Ok(self
            .by_href
            .get(href)
            .map(|data| Resource::new(Arc::clone(data))))
    }
}

impl<K: Into<String>, V: Into<Arc<Vec<u8>>>> Extend<(K, V)> for MapResources {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, resources: I) {
        for (href, data) in resources {
            self.insert(href, data);
        }
    }
}

impl<K: Into<String>, V: Into<Arc<Vec<u8>>>> FromIterator<(K, V)> for MapResources {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(resources: I) -> Self {
        let mut map = Self::new();
        map.extend(resources);
        map
    }
}

impl<T: Resources + ?Sized> Resources for &T {
    fn get(&self, href: &str) -> Result<Option<Resource>> {
        (**self).get(href)
    }
}

impl<T: Resources + ?Sized> Resources for Box<T> {
    fn get(&self, href: &str) -> Result<Option<Resource>> {
        (**self).get(href)
    }
}

impl<T: Resources + ?Sized> Resources for Arc<T> {
    fn get(&self, href: &str) -> Result<Option<Resource>> {
        (**self).get(href)
    }
}

/// An article with the figures that came in the same package.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Package {
    /// The article.
    pub article: Article,
    /// Its figures, answering to the article's own spelling.
    pub resources: MapResources,
}

impl Package {
    /// An article and its figures.
    #[must_use]
    pub fn new(article: Article, resources: MapResources) -> Self {
        Self { article, resources }
    }
}

impl Resources for Package {
    fn get(&self, href: &str) -> Result<Option<Resource>> {
        self.resources.get(href)
    }
}
