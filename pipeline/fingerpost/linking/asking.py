"""Web addresses in, what each host answers out; politely, and nothing is read but the answer's head."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLContext
from threading import Event, Lock
from urllib.request import getproxies

import httpx

from fingerpost import __version__
from fingerpost.linking.guarding import SCHEMES, NoSuchHost, NotAsked, address_of, machines_of

USER_AGENT = f"Fingerpost/{__version__} (checks the links of a council's directory once a day)"
HOSTS_AT_ONCE = 4
_HOPS = 6
_REFUSES_PROGRAMS = frozenset({401, 402, 403, 405, 406, 407, 408, 409, 425, 429, 451, 999})
"""After these nobody can tell from outside whether a person would find the page."""
_FOR_GOOD = frozenset({301, 308})


class Outcome(StrEnum):
    """What came of asking."""

    GOOD = "good"
    FAILED = "failed"
    UNSURE = "unsure"
    NOT_ASKED = "not asked"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came of asking for one address.

    `words` say it to people; `moved_to` is where the address has moved for good, `leads_to` where
    it leads in the end, both "" where it leads nowhere else. UNREACHED is a failure to which no
    machine answered at all, which may be the fault of our own network.
    """

    url: str
    outcome: Outcome
    words: str
    status: int = 0
    moved_to: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How to ask: seconds between two requests to a host, and to wait for a sign of life.

    An answer that is not whole after twice that is none, however steadily it trickles. `intranet`
    allows addresses inside a private network.
    """

    pause: float = 1.0
    patience: float = 15.0
    intranet: bool = False


def ask_all(
    urls: Iterable[str], manners: Manners, tell: Callable[[Reply], None] = lambda _: None
) -> tuple[Reply, ...]:
    """Ask for each address, a few hosts at once and each of them one request at a time."""
    asker = _Asker(manners)
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[_host(url)].append(url)

    def ask_host(mine: list[str]) -> list[Reply]:
        replies = []
        for url in mine:
            if asker.stopped.is_set():
                break
            replies.append(asker.ask(url))
            tell(replies[-1])
        return replies

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        try:
            return tuple(reply for some in pool.map(ask_host, by_host.values()) for reply in some)
        finally:
            asker.stopped.set()


def _host(url: str) -> str:
    try:
        return httpx.URL(url).host
    except (httpx.InvalidURL, ValueError):
        return ""


class _Asker:
    """Asks directly, or through a proxy where there is one, and waits its turn at each host."""

    def __init__(self, manners: Manners) -> None:
        self.manners = manners
        self.stopped = Event()
        self._certificates = httpx.create_ssl_context()
        self._guard = Lock()
        self._locks: dict[str, Lock] = defaultdict(Lock)
        self._free_from: dict[str, float] = {}

    def ask(self, url: str) -> Reply:
        """Follow an address to where it leads; whatever goes wrong is an answer too."""
        try:
            return replace(self._follow(address_of(url)), url=url)
        except NotAsked as error:
            return Reply(url=url, outcome=Outcome.NOT_ASKED, words=str(error))
        except NoSuchHost as error:
            words = f"there is no computer of the name {error}"
            return Reply(url=url, outcome=Outcome.UNREACHED, words=words)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, TimeoutError) as error:
            outcome, words = _fault(error)
            return Reply(url=url, outcome=outcome, words=words)

    def _follow(self, url: httpx.URL) -> Reply:
        asked, moved_to, only_for_good = url, "", True
        for _ in range(_HOPS):
            answer = self._answer(asked)
            if not answer.has_redirect_location:
                return _judged(url, asked, answer.status_code, moved_to)
            asked = address_of(str(asked.join(answer.headers["Location"])))
            only_for_good = only_for_good and answer.status_code in _FOR_GOOD
            moved_to = str(asked) if only_for_good else moved_to
        return Reply(url=str(url), outcome=Outcome.FAILED, words="leads from page to page for ever")

    def _answer(self, url: httpx.URL) -> httpx.Response:
        """Ask for the head alone; where a host refuses that, for the page, of which nothing is read."""
        answer = self._request("HEAD", url)
        asks_for_rest = answer.status_code == httpx.codes.TOO_MANY_REQUESTS
        return self._request("GET", url) if answer.is_error and not asks_for_rest else answer

    def _request(self, method: str, url: httpx.URL) -> httpx.Response:
        """Wait for the host's turn; of a machine with two numbers one may lead nowhere from here."""
        with self._turn(url.host):
            *others, last = machines_of(url, intranet=self.manners.intranet)
            for machine in others:
                with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                    return asyncio.run(self._send(method, url, machine))
            return asyncio.run(self._send(method, url, last))

    async def _send(self, method: str, url: httpx.URL, machine: str) -> httpx.Response:
        asked, headers, more = url.copy_with(host=machine or url.host), {}, {}
        if machine:
            headers["Host"] = url.netloc.decode()
            more["sni_hostname"] = url.raw_host.decode()
        async with (
            asyncio.timeout(2 * self.manners.patience),
            self._client(proxied=not machine) as client,
            client.stream(method, asked, headers=headers, extensions=more) as answer,
        ):
            return answer

    def _client(self, *, proxied: bool) -> httpx.AsyncClient:
        """Make a client that keeps no cookies, and no connection: names may share a machine."""
        return httpx.AsyncClient(
            headers={"User-Agent": USER_AGENT, "Accept": "*/*"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=self.manners.patience,
            verify=self._certificates,
            mounts=_through_proxies(self._certificates) if proxied else {},
            trust_env=False,
        )

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        with self._guard:
            lock = self._locks[host]
        with lock:
            time.sleep(max(0.0, self._free_from.get(host, 0.0) - time.monotonic()))
            try:
                yield
            finally:
                self._free_from[host] = time.monotonic() + self.manners.pause


def _through_proxies(certificates: SSLContext) -> Mapping[str, httpx.AsyncHTTPTransport]:
    """Return a way through each proxy; which address takes it is for the guard alone to say.

    Left to the client, a name that it reads otherwise in no_proxy would be asked unguarded.
    """
    return {
        f"{scheme}://": httpx.AsyncHTTPTransport(
            proxy=proxy if "://" in proxy else f"http://{proxy}", verify=certificates
        )
        for scheme, proxy in getproxies().items()
        if scheme in (*SCHEMES, "all") and proxy
    }


def _judged(url: httpx.URL, end: httpx.URL, status: int, moved_to: str) -> Reply:
    leads_to = str(end) if end != url else ""
    if status < httpx.codes.BAD_REQUEST:
        outcome, words = Outcome.GOOD, "answers"
    elif status in _REFUSES_PROGRAMS:
        outcome, words = Outcome.UNSURE, f"answers people only ({status})"
    elif status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        outcome, words = Outcome.FAILED, f"the page is not there ({status})"
    else:
        outcome, words = Outcome.FAILED, f"answers with a fault ({status})"
    good = outcome is Outcome.GOOD
    if good and leads_to and end.path in ("", "/") and url.path not in ("", "/"):
        words = "leads to a front page now; look whether the page is still there"
    return Reply(
        url=str(url),
        outcome=outcome,
        words=words,
        status=status,
        moved_to=moved_to if good else "",
        leads_to=leads_to,
    )


def _fault(error: Exception) -> tuple[Outcome, str]:
    """Tell a host that answers wrongly from one that nothing was heard of."""
    if isinstance(error, httpx.ConnectError) and "certificate" in str(error).casefold():
        return Outcome.FAILED, "its certificate is not valid"
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError | httpx.ProxyError):
        return Outcome.UNREACHED, "no computer answers there"
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return Outcome.FAILED, "did not answer in time"
    return Outcome.FAILED, "answers in a way that no browser understands"
