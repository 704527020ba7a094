"""The stubs a stranger would make: Protos/ through grpcio-tools, into a temporary folder."""

import functools
import importlib
import pathlib
import sys
import tempfile

import grpc_tools
from grpc_tools import protoc

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
PROTOS = REPOSITORY / "Protos"

# Which service answers the gRPC services of which proto package.
CONTEXTS = ("directory", "customers", "communities", "broadcasts")


class Package:
    """The messages, enums and stubs of one proto package, whichever file each stands in."""

    def __init__(self, name, modules):
        self._name = name
        self._modules = modules

    def __getattr__(self, name):
        for module in self._modules:
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(f"{self._name} has no {name}")

    def services(self):
        """The full names of the package's gRPC services."""
        return sorted(self._services())

    def service(self, full_name):
        """The descriptor of one of them."""
        return self._services()[full_name]

    def _services(self):
        return {
            service.full_name: service
            for module in self._modules
            if hasattr(module, "DESCRIPTOR") and module.DESCRIPTOR.package == self._name
            for service in module.DESCRIPTOR.services_by_name.values()
        }


@functools.cache
def _compiled():
    """Compiles all our protos once a session; returns the folder's owner, to keep it alive."""
    folder = tempfile.TemporaryDirectory(prefix="siyu-stubs-")
    files = sorted(str(path.relative_to(PROTOS)) for path in (PROTOS / "siyu").rglob("*.proto"))
    well_known = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    code = protoc.main(
        ["protoc", f"-I{PROTOS}", f"-I{well_known}", f"--python_out={folder.name}",
         f"--grpc_python_out={folder.name}", *files]
    )
    if code != 0:
        raise RuntimeError(f"grpcio-tools refused the protos: exit code {code}")
    sys.path.insert(0, folder.name)
    return folder


@functools.cache
def package(context):
    """The proto package siyu.<context>.v1."""
    folder = pathlib.Path(_compiled().name)
    files = sorted((folder / "siyu" / context / "v1").glob("*.py"))
    modules = [importlib.import_module(f"siyu.{context}.v1.{file.stem}") for file in files]
    return Package(f"siyu.{context}.v1", modules)


class Packages:
    """`protos.customers.Tag`: the packages by the names of their contexts."""

    def __getattr__(self, context):
        if context not in CONTEXTS and context not in ("common", "sandbox"):
            raise AttributeError(context)
        return package(context)


protos = Packages()
