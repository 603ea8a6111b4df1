"""The site for everybody, on every view of every template: axe, zoom, spacing, targets, headings, colours."""

import pytest

from tests.publishing.accessibility.showcase import EACH_TEMPLATE, VIEWS
from tests.support.axe import faults_in, looked_over

pytestmark = pytest.mark.slow

WIDE = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_on_any_view(shown, noted, name, width):
    # Axe is put into the page from outside, which the page's own policy would forbid.
    page = shown(name, width, bypass_csp=True, reduced_motion="reduce")
    found = looked_over(page)

    noted(f"axe on “{name}”, {width} pixels wide", faults_in(found), found)


CUT = """() => { const found = [];
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const inside = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || inside.closest('.heard, .skip, .wide, noscript, script') || !inside.checkVisibility()) { continue; }
    const range = document.createRange(); range.selectNodeContents(words.currentNode);
    const box = inside.closest('button, .card, .next, .filters, .doors > li, .draft, main, header, footer, body').getBoundingClientRect();
    const drawn = range.getBoundingClientRect();
    if (drawn.width && (drawn.right > box.right + 1 || drawn.bottom > box.bottom + 1)) { found.push(words.currentNode.data); }
  }
  const wide = document.documentElement.scrollWidth;
  return wide > window.innerWidth ? [...found, `${wide} pixels wide`] : found; }"""

# The spacing that WCAG 2.2, 1.4.12 names.
SPACED = """() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet]; }"""


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_is_cut_or_scrolls_sideways_at_400_per_cent_or_with_wider_spacing(
    shown, noted, name
):
    # 1280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10).
    page = shown(name, 320, 256)
    noted(f"reflow of “{name}” at 320 pixels", page.evaluate(CUT))
    page.evaluate(SPACED)
    noted(f"text spacing on “{name}”, 320 pixels wide", page.evaluate(CUT))


@pytest.mark.parametrize("name", VIEWS)
def test_text_of_twice_the_size_is_cut_nowhere(shown, noted, name):
    page = shown(name)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    noted(f"text at 200 % on “{name}”", page.evaluate(CUT))


SMALL = """() => Array.from(document.querySelectorAll('button, select, summary, label:has(input), input:not([type=checkbox]), nav a, .bottom a'))
  .filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([, r]) => r.width < 24 || r.height < 24).map(([html]) => html)"""
FAINT = """() => { const light = (colour) => { const [r, g, b] = colour.match(/[0-9]+/g).slice(0, 3)
    .map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const tint = light(getComputedStyle(document.querySelector('.next, .find.large, body')).backgroundColor);
  return Array.from(document.querySelectorAll('button, input:not([type=checkbox])'))
    .filter((e) => e.checkVisibility() && e.getAttribute('aria-disabled') !== 'true')
    .filter((e) => (Math.min(tint || 1, .83) + .05) / (light(getComputedStyle(e).borderTopColor) + .05) < 3)
    .map((e) => e.outerHTML.slice(0, 80)); }"""
UNMARKED = """() => Array.from(document.querySelectorAll('main a'))
  .filter((e) => e.checkVisibility() && !getComputedStyle(e).textDecorationLine.includes('underline'))
  .map((e) => e.outerHTML.slice(0, 80))"""
MISNAMED = """() => Array.from(document.querySelectorAll('a[aria-label], button[aria-label], input[aria-label]'))
  .filter((e) => !e.getAttribute('aria-label').startsWith(e.innerText.trim())).map((e) => e.outerHTML.slice(0, 80))"""
SKIPPED = """() => { const all = Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6')).filter((e) => e.checkVisibility());
  const levels = all.map((e) => Number(e.localName[1]));
  const wrong = all.filter((e, at) => !e.innerText.trim() || levels[at] > (levels[at - 1] || 0) + 1);
  return [...wrong.map((e) => e.outerHTML.slice(0, 80)), ...(levels.filter((one) => one === 1).length === 1 ? [] : ['not one h1'])]; }"""
OUT_OF_ORDER = """() => ['body', 'header', 'main', 'footer'].flatMap((name) => {
  const parts = Array.from(document.querySelector(name).children)
    .filter((e) => e.checkVisibility() && !e.matches('.skip, .heard') && e.getBoundingClientRect().height);
  return parts.filter((e, at) => at && e.getBoundingClientRect().top + 1 < parts[at - 1].getBoundingClientRect().top)
    .map((e) => e.outerHTML.slice(0, 80)); })"""


@pytest.mark.parametrize("name", VIEWS)
def test_targets_borders_links_names_headings_and_order_are_as_everybody_needs_them(
    shown, noted, name
):
    page = shown(name, 320)
    noted(f"targets of 24 pixels and more on “{name}”", page.evaluate(SMALL))
    noted(f"borders of fields and buttons on “{name}”", page.evaluate(FAINT))
    noted(f"links are underlined on “{name}”", page.evaluate(UNMARKED))
    noted(f"names begin with what is seen on “{name}”", page.evaluate(MISNAMED))
    noted(f"headings in order on “{name}”", page.evaluate(SKIPPED))
    noted(f"order of the parts of “{name}”", page.evaluate(OUT_OF_ORDER))


# What is taller than the window begins above it; what is seen of it must not be covered.
FOCUSED = """() => { const e = document.activeElement, r = e.getBoundingClientRect();
  window.seen = (window.seen || new Set()).add(e);
  const at = document.elementFromPoint(Math.max(r.left, 0) + Math.min(r.width / 2, 20), Math.max(r.top, 0) + Math.min(r.height / 2, 10));
  return e === document.body || (getComputedStyle(e).outlineWidth === '3px' && at && (e.contains(at) || at.contains(e)))
    ? '' : e.outerHTML.slice(0, 100); }"""
MISSED = """() => Array.from(document.querySelectorAll('a[href], button, input:enabled, select, textarea, summary, [tabindex="0"]'))
  .filter((e) => e.checkVisibility() && !seen.has(e)).map((e) => e.outerHTML.slice(0, 80))"""
REACHABLE = """Array.from(document.querySelectorAll('a[href], button, input:enabled, select, textarea, summary, [tabindex="0"]'))
  .filter((e) => e.checkVisibility()).length"""


@pytest.mark.parametrize("name", EACH_TEMPLATE.values(), ids=EACH_TEMPLATE)
def test_tab_reaches_everything_is_seen_and_never_covered_and_changes_nothing(shown, noted, name):
    page = shown(name, reduced_motion="reduce")
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    before = page.url, page.inner_text("main")
    unseen = []
    for _ in range(page.evaluate(REACHABLE) + 2):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(FOCUSED))
    changed = [] if before == (page.url, page.inner_text("main")) else ["focus changed the page"]

    noted(f"the keyboard alone on “{name}”", [*page.evaluate(MISSED), *changed])
    noted(f"focus that is seen and not covered on “{name}”", [one for one in unseen if one])


def test_every_view_has_a_title_of_its_own_and_the_same_head_and_foot(shown, noted):
    titles, heads = {}, set()
    for name, view in VIEWS.items():
        page = shown(name)
        titles.setdefault((page.title(), view.site), set()).add(view.path.split("?")[0])
        links = "all => all.map(one => one.textContent.replace(/[(0-9)]/g, '').trim()).join('|')"
        heads.add(page.locator(".top nav a, .bottom a").evaluate_all(links))

    shared = [(title, paths) for title, paths in titles.items() if len(paths) > 1]
    noted("titles of all views", shared)
    noted("the same head and foot on every view", [] if len(heads) == 1 else list(heads))


def test_nothing_moves_where_less_motion_is_asked_for(shown, noted):
    page = shown("the home page", reduced_motion="reduce")
    moving = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")

    noted("less motion", [] if moving == "auto" else [moving])


def test_in_forced_colours_fields_buttons_and_what_is_chosen_keep_their_borders(shown, noted):
    page = shown("results of a search", forced_colors="active")
    bare = page.evaluate(
        """() => Array.from(document.querySelectorAll('button, input, .card, a[aria-current]'))
        .filter((e) => e.checkVisibility() && e.type !== 'checkbox')
        .filter((e) => { const style = getComputedStyle(e);
          return style.borderBottomStyle !== 'solid' || style.borderBottomColor === style.backgroundColor; })
        .map((e) => e.outerHTML.slice(0, 80))"""
    )

    noted("forced colours", bare)
