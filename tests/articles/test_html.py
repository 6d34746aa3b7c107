from __future__ import annotations

import json

import pytest

from sayso.articles import flags
from sayso.articles.html import read_html
from sayso.articles.limits import Limits
from sayso.errors import EmptyInput, SaysoError, TooLarge
from sayso.records.article import Article, Precision, Published
from sayso.records.block import BlockKind
from tests.articles.pages import HOSTILE, PARAGRAPHS, write_page, write_story


def words_of(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.cut(article.text) for block in article.blocks if block.kind is kind]


def check_map(article: Article, source: str) -> None:
    """Every stretch cuts the same characters in text and page, or one sign of the page that stands for at most two."""
    for stretch in article.page_map:
        said, shown = stretch.text.cut(article.text), stretch.page.cut(source)
        assert said == shown or (len(said) <= 2 and (shown.isspace() or shown[0] in "&<"))
    mapped = sum(len(stretch.text) for stretch in article.page_map)
    assert mapped + 2 * (len(article.blocks) - 1) == len(article.text)


def test_the_story_is_found_and_the_headline_stands_first() -> None:
    article = read_html(write_story(), "pier.html")
    assert article.text == "\n\n".join(("Pier at Lindmoor closed", *PARAGRAPHS))
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE] + [BlockKind.BODY] * 5
    assert article.flags == ()


def test_entities_tags_and_line_breaks_lead_back_to_the_page() -> None:
    between = "<p>Fish &amp;\n   chips&nbsp;cost <b>4&euro;</b>&#33;<br>said"
    between += " the <i>cook</i>\n of the small inn by the pier.</p>"
    page = write_story(between=between)
    article = read_html(page, "pier.html")
    assert "Fish & chips\xa0cost 4€!\nsaid the cook of the small inn by the pier." in article.text
    check_map(article, page.decode())


def test_scripts_comments_and_styles_are_never_in_the_text() -> None:
    between = "<script>document.write('<p>evil words</p>')</script><!-- evil words --><style>p{content:'evil'}</style>"
    assert "evil" not in read_html(write_story(between=between), "a.html").text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display: none'>{}</p>",
        "<p hidden>{}</p>",
        "<p aria-hidden=true>{}</p>",
        "<p style='font-size:0px'>{}</p>",
        "<p style='position:absolute; left:-9999px'>{}</p>",
        "<p>The clerk <span style='visibility:hidden'>{}</span>said that all was well with the sea wall.</p>",
    ],
)
def test_hidden_words_are_left_out_and_flagged(hidden: str) -> None:
    article = read_html(write_story(between=hidden.format("The mayor secretly confessed everything")), "a.html")
    assert "confessed" not in article.text
    assert flags.HIDDEN in article.flags


def test_a_story_that_the_page_hides_as_a_whole_is_read_and_flagged() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    article = read_html(write_page(f"<p>Log in</p><div style='display:none'>{story}</div>"), "a.html")
    assert PARAGRAPHS[2] in article.text
    assert flags.HIDDEN in article.flags


def test_the_second_copy_of_a_paragraph_is_boilerplate_and_flagged() -> None:
    article = read_html(write_story(after=f"<p>{PARAGRAPHS[0]}</p>"), "a.html")
    assert words_of(article, BlockKind.BODY) == list(PARAGRAPHS)
    assert flags.REPEATED in article.flags


def test_zero_width_and_bidi_characters_are_kept_and_flagged() -> None:
    article = read_html(
        write_story(between="<p>The min\u200bister \u202esaid\u202c that it was so, and left the room.</p>"), "a"
    )
    assert {flags.ZERO_WIDTH, flags.BIDI} <= set(article.flags)
    assert "min\u200bister" in article.text


def test_blocks_are_named_by_what_the_page_calls_them() -> None:
    before = "<p class='article-standfirst'>Storm damage shuts the old landing stage for the whole summer season</p>"
    before += "<div class=byline>By Ann Roe</div><time>3 May 2024</time>"
    between = "<figure><img src=x><figcaption>The pier in March, before the storm.</figcaption></figure>"
    between += "<p><a href=/x>READ MORE: Lighthouse for sale</a></p><p>Sign up to our newsletter</p>"
    article = read_html(write_story(before=before, between=between, after="<p>Source: Lindmoor Wire</p>"), "a.html")
    assert words_of(article, BlockKind.DECK) == ["Storm damage shuts the old landing stage for the whole summer season"]
    assert words_of(article, BlockKind.BYLINE)[0] == "By Ann Roe"
    assert words_of(article, BlockKind.CAPTION) == ["The pier in March, before the storm."]
    assert words_of(article, BlockKind.BODY) == list(PARAGRAPHS)
    assert set(words_of(article, BlockKind.CREDIT)) <= {"Source: Lindmoor Wire"}


def test_linked_data_is_the_page_s_own_claim() -> None:
    claim = {
        "@type": "NewsArticle",
        "headline": "Pier at Lindmoor closed",
        "datePublished": "2024-05-03T10:15:00+01:00",
        "author": [{"name": "Ann Roe"}],
        "publisher": {"name": "Lindmoor Post"},
    }
    head = f"<script type='application/ld+json'>{json.dumps(claim)}</script><link rel=canonical href=https://post.example/pier>"
    article = read_html(write_story(head=head), "a.html")
    assert article.title == "Pier at Lindmoor closed"
    assert article.outlet == "Lindmoor Post"
    assert article.published == Published("2024-05-03T10:15:00", Precision.SECOND, "+01:00")
    assert article.authors == ("Ann Roe",)
    assert (article.url, article.language) == ("https://post.example/pier", "en")


@pytest.mark.parametrize(
    "title",
    [
        "Pier at Lindmoor closed - Lindmoor Post",
        "Pier at Lindmoor closed | The Lindmoor Post",
        "Pier at Lindmoor closed — UK | post",
    ],
)
def test_the_outlet_is_no_part_of_the_title(title: str) -> None:
    head = f"<meta property=og:title content='{title}'><meta property=og:site_name content='Lindmoor Post'>"
    assert read_html(write_story(head=head), "a.html").title == "Pier at Lindmoor closed"


def test_of_two_claimed_titles_the_one_on_the_page_counts() -> None:
    head = "<meta property=og:title content='You will not believe this pier'>"
    head += '<script type=\'application/ld+json\'>{"@type":"Article","headline":"Pier at Lindmoor closed"}</script>'
    assert read_html(write_story(head=head), "a.html").title == "Pier at Lindmoor closed"


@pytest.mark.parametrize("name", ["article:published_time", "datePublished", "dc.date", "parsely-pub-date"])
def test_meta_tags_give_the_time_where_linked_data_does_not(name: str) -> None:
    article = read_html(write_story(head=f"<meta name='{name}' content='2024-05-03'>"), "a.html")
    assert article.published == Published("2024-05-03", Precision.DAY, None)


def test_a_time_line_of_the_page_counts_where_it_claims_none() -> None:
    article = read_html(write_story(before="<p>Published 3 May 2024, 10:15 BST</p>"), "a.html")
    assert article.published == Published("2024-05-03T10:15", Precision.MINUTE, "+01:00")


def test_the_bytes_are_believed_before_the_declared_charset() -> None:
    page = write_story(head="<meta charset=iso-8859-1>")
    article = read_html(page, "a.html")
    assert "“We will not" in article.text
    assert flags.DECLARED_WRONG in article.flags


def test_a_declared_charset_is_followed_where_the_bytes_are_no_utf8() -> None:
    page = write_story(
        head="<meta charset=windows-1251>", between="<p>Слова о том, что сказал министр в понедельник.</p>"
    )
    article = read_html(page.decode().replace("“", '"').replace("”", '"').encode("cp1251"), "a.html")
    assert "сказал министр" in article.text
    assert "decoded as cp1251" in article.flags


def test_a_page_without_words_names_file_and_reason() -> None:
    with pytest.raises(EmptyInput, match=r"shell\.html: .*scripts"):
        read_html(HOSTILE["only a script"], "shell.html")


def test_too_many_tags_are_refused() -> None:
    with pytest.raises(TooLarge, match="tags"):
        read_html(b"<p>word</p>" * 50, "a.html", limits=Limits(tags=40))


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_pages_give_an_article_or_a_clear_error(what: str) -> None:
    try:
        article = read_html(HOSTILE[what], what)
    except SaysoError as error:
        said = str(error)
        assert said.startswith(f"{what}: ")
        return
    article.text.encode("utf-8")
    assert "alert(1)" not in article.text
    assert "var a=1" not in article.text


def test_a_page_is_read_the_same_twice() -> None:
    assert read_html(write_story(), "a.html") == read_html(write_story(), "b.html")


def test_a_head_that_is_never_closed_ends_with_the_first_paragraph() -> None:
    page = b"<html><head><meta charset=utf-8><p>The clerk said on Monday that the head was open.</p>"
    assert read_html(page, "a.html").text == "The clerk said on Monday that the head was open."
