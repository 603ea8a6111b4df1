"""Locked documents, by how they are locked and what helps."""

import io

import pytest
from fingerpost.errors import DocumentRefused
from fingerpost.reading import read
from fingerpost.reading.locks import Lock, lock_of
from msoffcrypto.format.ooxml import OOXMLFile

from tests.support.compound import compound
from tests.support.word import docx, p

SPACES = "\x06DataSpaces"


def refused(data: bytes) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as caught:
        read("guide.docx", data)
    return caught.value


def version(major: int, minor: int) -> bytes:
    return major.to_bytes(2, "little") + minor.to_bytes(2, "little") + bytes(4)


def package_locked(major: int, minor: int) -> bytes:
    return compound(SPACES, "EncryptedPackage", contents={"EncryptionInfo": version(major, minor)})


def old_document(flags: int, table: bytes = b"", since: int = 193) -> bytes:
    head = b"\xec\xa5" + since.to_bytes(2, "little") + bytes(6) + flags.to_bytes(2, "little")
    name = "1Table" if flags & 0x0200 else "0Table"
    return compound(contents={"WordDocument": head} | ({name: table} if table else {}))


def test_a_document_locked_by_word_is_named_with_its_way():
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(docx(p("secret")))).encrypt("pass", locked)
    refusal = refused(locked.getvalue())
    assert refusal.code == "encrypted"
    assert str(refusal) == (
        "The document is locked with a password, in the way of Word 2010 and later. Open it in "
        "Word with the password, choose File > Info > Protect Document > Encrypt with Password, "
        "empty the box, and save it as a Word Document (.docx)."
    )


@pytest.mark.parametrize(
    ("data", "lock"),
    [
        (package_locked(4, 4), Lock.AGILE),
        (package_locked(2, 2), Lock.STANDARD),
        (package_locked(3, 2), Lock.STANDARD),
        (package_locked(4, 2), Lock.STANDARD),
        (package_locked(4, 3), Lock.EXTENSIBLE),
        (package_locked(9, 9), Lock.UNKNOWN),
        (compound("EncryptedPackage"), Lock.UNKNOWN),
        (old_document(0x0100, version(1, 1)), Lock.RC4),
        (old_document(0x0300, version(1, 1)), Lock.RC4),
        (old_document(0x0300, version(4, 2)), Lock.RC4_STRONG),
        (old_document(0x0300), Lock.UNKNOWN),
        (old_document(0x8100), Lock.OBFUSCATED),
        (old_document(0x0100, since=45), Lock.OBFUSCATED),
    ],
)
def test_every_kind_of_password_has_its_name(data, lock):
    assert lock_of(data) is lock
    refusal = refused(data)
    assert refusal.code == "encrypted"
    assert lock.value in refusal.reason


@pytest.mark.parametrize(
    "name", ["DRMEncryptedDataSpace", "DRMEncryptedTransform", "\x09DRMContent"]
)
def test_a_rights_policy_is_no_password_and_has_its_own_remedy(name):
    refusal = refused(compound(SPACES, name, "EncryptedPackage"))
    assert refusal.code == "rights-managed"
    assert "Restrict Access" in refusal.remedy


def test_an_old_document_without_a_lock_is_only_old():
    assert refused(old_document(0x0200, version(1, 1))).code == "legacy-doc"
    assert lock_of(old_document(0)) is Lock.NONE


def test_what_is_no_compound_file_has_no_lock():
    assert lock_of(b"") is Lock.NONE
    assert lock_of(compound("WordDocument")[:700]) is Lock.NONE
