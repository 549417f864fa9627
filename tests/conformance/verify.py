"""Verifies badges without any of the code that made them: PyLD and cryptography, as Debian has them.

Reads {"contexts": {url: document}, "dids": [document], "credentials": [...]} and writes a list of true and false, by the
W3C's "Data Integrity EdDSA Cryptosuites v1.0", eddsa-rdfc-2022 (sections 3.2.2 to 3.2.7).
"""
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
given = json.load(sys.stdin)
METHODS = {m["id"]: m for did in given["dids"] for m in did["verificationMethod"] if m["type"] == "Multikey"}
ALLOWED = {id for did in given["dids"] for id in did["assertionMethod"]}


def decode_base58(text):
    number = 0
    for sign in text:
        number = number * 58 + ALPHABET.index(sign)
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def load(url, options):
    if url not in given["contexts"]:
        raise ValueError("unknown context " + url)
    return {"contextUrl": None, "documentUrl": url, "document": given["contexts"][url], "contentType": "application/ld+json"}


def canonize(document):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return jsonld.normalize(document, options).encode()


def has_unknown_terms(document, context):
    """PyLD drops what the context doesn't know; a verifier must not let a claim pass that nobody signed."""
    expanded = json.dumps(jsonld.expand(dict(document, **{"@context": context}), {"documentLoader": load}), ensure_ascii=False)
    values = []

    def walk(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in ("@context", "type"):
                    walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, str):
            values.append(value)

    walk(document)
    return any(json.dumps(value, ensure_ascii=False)[1:-1] not in expanded for value in values)


def verify(credential):
    proofs = credential.get("proof")
    if not isinstance(proofs, list) or len(proofs) != 1:
        return False
    proof = dict(proofs[0])
    document = {key: value for key, value in credential.items() if key != "proof"}
    right = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofPurpose": "assertionMethod"}
    method = METHODS.get(proof.get("verificationMethod"))
    if any(proof.get(key) != value for key, value in right.items()) or method is None or method["id"] not in ALLOWED:
        return False
    if method["controller"] != credential["issuer"]["id"] or has_unknown_terms(document, credential["@context"]):
        return False
    signature = decode_base58(proof.pop("proofValue")[1:])
    key = decode_base58(method["publicKeyMultibase"][1:])
    if key[:2] != b"\xed\x01" or len(signature) != 64:
        return False
    proof["@context"] = credential["@context"]
    data = hashlib.sha256(canonize(proof)).digest() + hashlib.sha256(canonize(document)).digest()
    try:
        Ed25519PublicKey.from_public_bytes(key[2:]).verify(signature, data)
        return True
    except InvalidSignature:
        return False


print(json.dumps([verify(credential) for credential in given["credentials"]]))
