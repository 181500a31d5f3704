"""A studio in a folder of its own, spoken to without a network."""

import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

from dualpower.faces.studio.app import create_app

HOSTS = ("127.0.0.1", "localhost", "testserver")


@pytest.fixture(scope="session")
def app(tmp_path_factory):
    return create_app(tmp_path_factory.mktemp("studio"), hosts=HOSTS)


@pytest.fixture(scope="session")
def studio(app):
    with TestClient(app) as client:
        yield client


@pytest.fixture
def guarded(tmp_path):
    with TestClient(create_app(tmp_path, hosts=HOSTS, token="a-token-of-24-characters")) as client:  # noqa: S106
        yield client
