"""The markup of a page before the article is looked for in it: what is certainly no text of one is taken out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER = (
    "figcaption", "caption", "button", "form", "noscript", "template", "svg", "iframe", "object", "audio", "video",
    "nav", "aside", "dialog", "del", "s",
)  # fmt: skip
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:caption|image-credit|photo-credit|credit-line|newsletter|related|recommended|read-?more|most-read"
    r"|share|sharing|social|advert|advertisement|ad|ads|promo|cookie|consent|paywall|breadcrumb|toolbar|byline-bio"
    r"|footnote|reference|comments?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_TEXT = 1_500  # characters; a box that holds more is no box beside the text, whatever it is called
_NOTE = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|\*|note \d+)\s*\]?$")
_POINTER = re.compile(
    r"(?:read more|read also|also read|read next|related|see also|more|watch|listen|subscribe|sign up|follow us"
    r"|advertisement|sponsored|story continues below(?: advertisement)?|continue reading)\b",
    re.IGNORECASE,
)
_LINKED = 0.9  # share of a paragraph's letters that lie in links, from which it only points elsewhere
_LINKED_POINTER = 0.5  # the same for one that says so: "Read more: …"
_LIVE = re.compile(r"live-?blog|LiveBlogPosting|live-?update", re.IGNORECASE)


def headline(tree: HtmlElement) -> str | None:
    """Return the page's headline: what it states for others that link to it, else its only first heading."""
    stated = meta(tree, "og:title", "twitter:title")
    if stated:
        return stated
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    return headings[0] if len(headings) == 1 and headings[0] else None


def meta(tree: HtmlElement, *names: str) -> str | None:
    """Return the content of the first of these ``meta`` elements that has one."""
    for name in names:
        for element in tree.iter("meta"):
            told = element.get("property") or element.get("name") or element.get("itemprop")
            content = " ".join((element.get("content") or "").split())
            if told == name and content:
                return content
    return None


def prune(tree: HtmlElement) -> None:
    """Take captions, boxes of links, notes and the like out of the tree, and make the posts of a live blog one text."""
    for element in list(tree.iter(*_NEVER)):
        _drop(element)
    for element in list(tree.iter("div", "section", "span", "p", "ul", "ol", "sup")):
        if _is_beside(element):
            _drop(element)
    for element in list(tree.iter("p", "li")):
        if _points_elsewhere(element):
            _drop(element)
    if _is_live(tree):
        _join_posts(tree)


def _drop(element: HtmlElement) -> None:
    """Take an element out, leaving what stands behind it; one in an element that is out already is out too."""
    if element.getparent() is not None:
        element.drop_tree()


def _is_beside(element: HtmlElement) -> bool:
    if element.tag == "sup":
        return _NOTE.match(element.text_content().strip()) is not None
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _CLASSES.search(told) is not None and len(element.text_content()) < _MOST_TEXT


def _points_elsewhere(element: HtmlElement) -> bool:
    text = element.text_content().strip()
    if not text:
        return False
    linked = sum(len(link.text_content().strip()) for link in element.iter("a")) / len(text)
    if _POINTER.match(text) is not None:
        return linked >= _LINKED_POINTER or text.isupper()
    return linked >= _LINKED


def _is_live(tree: HtmlElement) -> bool:
    if any("LiveBlogPosting" in (script.text or "") for script in tree.iter("script")):
        return True
    return any(
        _LIVE.search(f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemtype') or ''}")
        for element in tree.iter("div", "section", "main", "article", "body")
    )


def _join_posts(tree: HtmlElement) -> None:
    """Turn posts, which are articles side by side, into parts of one article."""
    for parent in {post.getparent(): None for post in tree.iter("article")}:
        posts = [child for child in parent if child.tag == "article"] if parent is not None else []
        if len(posts) > 1:
            for post in posts:
                post.tag = "div"
            if parent.tag != "body":
                parent.tag = "article"
