#!/usr/bin/env python3
"""Prints the records in parcels (docs/parcel.cddl), one JSON object in each line.

Needs nothing but Python 3. Files hold a parcel each, as bytes or (*.hex) as hex; "-" is stdin.
"""

import argparse
import json
import sys
import zlib

MOST_PLAIN = 256 << 10
MOST_ITEMS = 16384
DEEPEST = 16


class BadParcel(Exception):
    """The bytes are not a parcel."""


def need(holds, otherwise):
    if not holds:
        raise BadParcel(otherwise)


class Cbor:
    """As much of RFC 8949 as the station writes: definite lengths, no tags."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self, count):
        need(self.at + count <= len(self.data), "it ends too early")
        taken = self.data[self.at:self.at + count]
        self.at += count
        return taken

    def item(self, depth=0):
        need(depth < DEEPEST, "too deep")
        head = self.take(1)[0]
        major, short = head >> 5, head & 31
        need(short < 28, "an indefinite length")
        value = short if short < 24 else int.from_bytes(self.take(1 << (short - 24)), "big")
        if major == 0:
            return value
        if major == 1:
            return -1 - value
        if major == 2:
            return self.take(value)
        if major == 3:
            return self.take(value).decode("utf-8")
        need(major == 4, "neither number, bytes, text nor list")
        need(value <= len(self.data), "a list longer than the data")
        return [self.item(depth + 1) for _ in range(value)]


def cbor(data):
    reader = Cbor(data)
    item = reader.item()
    need(reader.at == len(data), "more than one item")
    return item


class Column:
    """Numbers of seven-bit groups."""

    def __init__(self, data):
        need(isinstance(data, bytes), "a column that is not bytes")
        self.data = data
        self.at = 0
        self.before = 0

    def ended(self):
        return self.at == len(self.data)

    def number(self):
        value, shift = 0, 0
        while True:
            need(not self.ended() and shift <= 63, "a column with a broken number")
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                need(value < 1 << 64, "a number above 64 bits")
                return value

    def step(self):
        z = self.number()
        value = self.before + ((z >> 1) ^ -(z & 1))
        self.before = (value + (1 << 63)) % (1 << 64) - (1 << 63)
        return self.before


def unpack(table, length):
    if length == 0:
        return table
    need(length <= MOST_PLAIN, "it unpacks to too much")
    inflater = zlib.decompressobj(-15)
    plain = inflater.decompress(table, length + 1)
    need(len(plain) == length and inflater.eof and not inflater.unused_data, "it does not unpack")
    return plain


def write_cbor(item):
    def head(major, value):
        if value < 24:
            return bytes([major << 5 | value])
        size = next(n for n in (1, 2, 4, 8) if value < 1 << (8 * n))
        return bytes([major << 5 | 23 + size.bit_length()]) + value.to_bytes(size, "big")

    if isinstance(item, int):
        return head(0, item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        return head(3, len(item.encode("utf-8"))) + item.encode("utf-8")
    return head(4, len(item)) + b"".join(map(write_cbor, item))


def read(data):
    """The parcel's head and its items, bodies as bytes."""
    parcel = cbor(data)
    need(isinstance(parcel, list) and len(parcel) == 7 and parcel[0] == 2, "not a parcel, version 2")
    _, station, epoch, lane, seq, unpacked, packed = parcel
    table = cbor(unpack(packed, unpacked))
    need(isinstance(table, list) and len(table) == 9, "not a table")
    what, boot, uptime, started, source, uncertainty, scores = map(Column, table[:7])
    shapes, others = table[7], iter(table[8])
    items = []
    while not what.ended():
        need(len(items) < MOST_ITEMS, "too many items")
        kind = what.number()
        if kind == 1:
            count, reason = next(others)
            items.append({"first": seq, "last": seq + count - 1, "reason": reason})
            seq += count
            continue
        item = {"seq": seq, "kind": 3, "boot": boot.step(), "uptime_ms": uptime.step()}
        utc = (started.step() + item["uptime_ms"] + (1 << 63)) % (1 << 64) - (1 << 63)
        item.update(utc_ms=utc, source=source.step(), uncertainty_ms=uncertainty.step())
        if kind == 0:
            item["kind"], item["body"] = next(others)
        else:
            need(kind - 2 < len(shapes), "a shape that is not there")
            context, label, name, threshold, length = shapes[kind - 2]
            item["body"] = write_cbor([context, label, name, scores.number(), threshold, length])
        items.append(item)
        seq += 1
    rest = (boot, uptime, started, source, uncertainty, scores)
    need(items and all(c.ended() for c in rest) and not list(others), "more than its items")
    return {"station": station, "epoch": epoch, "lane": lane}, items


def readable(body):
    try:
        return cbor(body)
    except (BadParcel, UnicodeDecodeError):
        return body


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--hex", action="store_true", help="bodies as hex, not decoded")
    options.add_argument("file", nargs="+")
    chosen = options.parse_args()
    for file in chosen.file:
        if file == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(file, "rb") as opened:
                data = opened.read()
        if file.endswith(".hex"):
            data = bytes.fromhex(data.decode("ascii"))
        try:
            head, items = read(data)
        except (BadParcel, ValueError, TypeError, StopIteration, zlib.error) as problem:
            sys.exit(f"{file}: not a parcel: {problem}")
        for item in items:
            if "body" in item and not chosen.hex:
                item["body"] = readable(item["body"])
            print(json.dumps({**head, **item}, default=bytes.hex))


if __name__ == "__main__":
    main()
