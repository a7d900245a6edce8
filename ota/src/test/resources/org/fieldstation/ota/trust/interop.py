"""The other side of PythonTufTest: python-tuf, the specification's reference implementation.

    interop.py read REPOSITORY CACHE TARGET    follows our metadata with its client, prints the target's sha256
    interop.py make REPOSITORY TARGET          makes a repository of its own with one target
"""

import hashlib
import os
import sys
from datetime import datetime, timedelta, timezone

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import (
    Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp,
)
from tuf.api.serialization.json import JSONSerializer
from tuf.ngclient import FetcherInterface, Updater


class Folder(FetcherInterface):
    def _fetch(self, url):
        path = url[len("folder:"):]
        if not os.path.isfile(path):
            raise DownloadHTTPError("not there", 404)
        with open(path, "rb") as file:
            return iter([file.read()])


def read(repository, cache, name):
    os.makedirs(cache)
    with open(f"{repository}/metadata/1.root.json", "rb") as file:
        root = file.read()
    updater = Updater(
        metadata_dir=cache, metadata_base_url=f"folder:{repository}/metadata/",
        target_dir=cache, target_base_url=f"folder:{repository}/targets/",
        fetcher=Folder(), bootstrap=root)
    updater.refresh()
    target = updater.get_targetinfo(name)
    with open(updater.download_target(target), "rb") as file:
        print(hashlib.sha256(file.read()).hexdigest())


def make(repository, name):
    expires = datetime.now(timezone.utc).replace(microsecond=0) + timedelta(days=30)
    signers = {role: [CryptoSigner.generate_ed25519() for _ in range(3)] for role in ("root", "targets")}
    online = CryptoSigner.generate_ed25519()
    signers["snapshot"] = signers["timestamp"] = [online]
    root = Root(version=1, expires=expires, consistent_snapshot=True)
    for role, keys in signers.items():
        for key in keys:
            root.add_key(key.public_key, role)
        root.roles[role].threshold = 2 if len(keys) > 1 else 1
    content = b"made by python-tuf"
    targets = Targets(version=1, expires=expires)
    targets.targets[name] = TargetFile.from_data(name, content, ["sha256"])
    snapshot = Snapshot(version=1, expires=expires)
    timestamp = Timestamp(version=1, expires=expires)
    for role, signed in (("root", root), ("targets", targets), ("snapshot", snapshot), ("timestamp", timestamp)):
        metadata = Metadata(signed)
        for key in signers[role][:2]:
            metadata.sign(key, append=True)
        data = metadata.to_bytes(JSONSerializer(compact=False))
        if role == "targets":
            snapshot.meta["targets.json"] = MetaFile.from_data(1, data, ["sha256"])
        if role == "snapshot":
            timestamp.snapshot_meta = MetaFile.from_data(1, data, ["sha256"])
        os.makedirs(f"{repository}/metadata", exist_ok=True)
        with open(f"{repository}/metadata/{'' if role == 'timestamp' else '1.'}{role}.json", "wb") as file:
            file.write(data)
    os.makedirs(f"{repository}/targets", exist_ok=True)
    with open(f"{repository}/targets/{hashlib.sha256(content).hexdigest()}.{name}", "wb") as file:
        file.write(content)


{"read": read, "make": make}[sys.argv[1]](*sys.argv[2:])
