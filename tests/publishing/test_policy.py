"""What the policy of a page lets a real browser do, on a disk and on the web: the site's own, no more."""

import functools
import http.server
import threading

import pytest
from fingerpost.publishing import build

from tests.publishing.sites import site_of

pytestmark = pytest.mark.slow

TRY = """async () => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.carriedOut = true";
  const style = document.createElement("style");
  style.textContent = "h1 { color: rgb(1, 2, 3) }";
  const picture = document.createElement("img");
  picture.src = "https://elsewhere.example/pixel.png";
  const frame = document.createElement("iframe");
  frame.src = "https://elsewhere.example/";
  const base = document.createElement("base");
  base.href = "https://elsewhere.example/";
  document.head.append(base);
  const form = document.createElement("form");
  form.action = "https://elsewhere.example/";
  document.body.append(script, style, picture, frame, form);
  form.submit();
  await fetch("https://elsewhere.example/").catch(() => {});
  await new Promise((done) => setTimeout(done, 300));
  return { refused: [...new Set(refused)].sort(), ran: window.carriedOut === true };
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("site") / "below" / "a path"
    for name, content in build(site_of()):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return place


@pytest.fixture(scope="module")
def web(folder):
    handler = functools.partial(
        type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}),
        directory=str(folder.parents[1]),
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/below/a%20path"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("where", ["disk", "web"])
def test_a_browser_loads_the_sites_own_files_and_refuses_all_else(browser, folder, web, where):
    page = browser.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    start = folder.as_uri() if where == "disk" else web
    page.goto(f"{start}/statements/s-corner.html")

    assert (
        page.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomWidth") == "4px"
    )
    assert page.locator("article button.keep").is_visible()  # its script was loaded
    assert complaints == []
    assert [url for url in asked if not url.startswith(start)] == []

    found = page.evaluate(TRY)
    assert found["ran"] is False
    assert found["refused"] == [
        "base-uri",
        "connect-src",
        "form-action",
        "frame-src",
        "img-src",
        "script-src-elem",
        "style-src-elem",
    ]

    page.goto(f"{start}/statements/s-corner.html")
    page.get_by_role("searchbox").fill("quiet corner")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url(f"{start}/find.html?q=quiet+corner")
    page.close()
