# SPDX-License-Identifier: GPL-3.0-or-later
"""What a network and what stands in it can do to one request. Each trouble is played by the proxy (wire.py), on a request
that has come whole; `forward()` lets it take effect and gives the answer that is then spoiled."""
import socket
import struct
import time
import zlib

ENDLESS = 96 * 1024 * 1024  # bytes after which even an endless answer ends: far more than may be taken


def message(status, body=b"", **headers):
    lines = ["HTTP/1.1 " + status] + ["%s: %s" % (name.replace("_", "-"), value) for name, value in headers.items()]
    if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
        lines.append("Content-Length: %d" % len(body))
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def reset(client):
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def without(head, *names):
    """The status line and the headers but for these, without the empty line at the end."""
    lines = head.split(b"\r\n")
    gone = tuple(name.lower() + b":" for name in names)
    return b"\r\n".join(line for line in lines if line and not line.lower().startswith(gone)) + b"\r\n"


# --- the request never takes effect

def rst_before(wire, client, request, forward):
    reset(client)


def fin_before(wire, client, request, forward):
    pass


def refused(wire, client, request, forward):
    wire.refuse(1.5)


def answered(status, body=b'{"message": "Server Error"}', **headers):
    def play(wire, client, request, forward):
        client.sendall(message(status, body, **{"Content_Type": "application/json", **headers}))
        return True
    return play


PORTAL = (b"<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body><form>"
          b"<input name='room'></form></body></html>")
ELSEWHERE = "http://127.0.0.2:9/elsewhere"


# --- it takes effect, and its answer is spoiled

def late(wire, client, request, forward):
    """Given up by everybody, and under way all the same: a proxy that still had it in its hands."""
    client.shutdown(socket.SHUT_RDWR)
    time.sleep(0.6)  # within the second that a scaled look-up waits at least
    forward()


def spoiled(play):
    def played(wire, client, request, forward):
        _, head, body = forward()
        return play(client, head, body)
    return played


def rst_after(client, head, body):
    reset(client)


def fin_after(client, head, body):
    pass


def partial_status(client, head, body):
    client.sendall(b"HTTP/1.1 2")


def partial_headers(client, head, body):
    client.sendall(head[:len(head) // 2])


def truncated(client, head, body):
    client.sendall(head + body[:len(body) // 2])


def chunk_cut(client, head, body):
    client.sendall(without(head, b"content-length", b"transfer-encoding") + b"Transfer-Encoding: chunked\r\n\r\n"
                   + b"%x\r\n" % len(body) + body[:len(body) // 2])


def failed_after(status):
    def play(client, head, body):
        client.sendall(message(status, b"<html>Bad Gateway</html>", Content_Type="text/html"))
        return True
    return play


def slow(client, head, body):
    time.sleep(1.5)
    client.sendall(head + body)
    return True


def hangs(client, head, body):
    client.settimeout(60)
    client.recv(1)  # until the other side gives up


def loris(client, head, body):
    client.sendall(head)
    for at in range(60):
        time.sleep(1)
        client.sendall(body[at:at + 1] or b" ")


def endless_headers(client, head, body):
    client.sendall(without(head))
    for number in range(ENDLESS // 8192):
        client.sendall(b"X-Filler-%d: " % number + b"x" * 8000 + b"\r\n")


def huge_body(client, head, body):
    client.sendall(without(head, b"content-length") + b"Content-Length: 10737418240\r\n\r\n" + body)
    for _ in range(ENDLESS // 65536):
        client.sendall(b" " * 65536)


def gzip_bomb(client, head, body):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(packer.compress(b" " * 1048576) for _ in range(512)) + packer.flush()
    client.sendall(without(head, b"content-length") + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
                   + packed)
    return True


def with_body(change):
    def play(client, head, body):
        spoilt = change(body)
        client.sendall(without(head, b"content-length") + b"Content-Length: %d\r\n\r\n" % len(spoilt) + spoilt)
        return True
    return play


def wrong_type(client, head, body):
    client.sendall(without(head, b"content-type") + b"Content-Type: text/plain\r\n\r\n" + body)
    return True


# name → (whether the request takes effect, what plays it)
TROUBLES = {
    "rst before": (False, rst_before),
    "fin before": (False, fin_before),
    "refused": (False, refused),
    "500": (False, answered("500 Internal Server Error")),
    "502": (False, answered("502 Bad Gateway", b"<html>Bad Gateway</html>", Content_Type="text/html")),
    "503": (False, answered("503 Service Unavailable")),
    "504": (False, answered("504 Gateway Timeout", b"")),
    "408": (False, answered("408 Request Timeout", b"")),
    "301 elsewhere": (False, answered("301 Moved Permanently", b"", Location=ELSEWHERE)),
    "307 elsewhere": (False, answered("307 Temporary Redirect", b"", Location=ELSEWHERE)),
    "captive portal": (False, answered("200 OK", PORTAL, Content_Type="text/html")),
    "late": (True, late),
    "rst after": (True, spoiled(rst_after)),
    "fin after": (True, spoiled(fin_after)),
    "partial status": (True, spoiled(partial_status)),
    "partial headers": (True, spoiled(partial_headers)),
    "truncated body": (True, spoiled(truncated)),
    "chunk cut": (True, spoiled(chunk_cut)),
    "500 after": (True, spoiled(failed_after("500 Internal Server Error"))),
    "502 after": (True, spoiled(failed_after("502 Bad Gateway"))),
    "slow answer": (True, spoiled(slow)),
    "endless headers": (True, spoiled(endless_headers)),
    "huge body": (True, spoiled(huge_body)),
    "gzip bomb": (True, spoiled(gzip_bomb)),
    "malformed JSON": (True, spoiled(with_body(lambda body: body[:-1] + b",,}"))),
    "deep JSON": (True, spoiled(with_body(lambda body: b"[" * 200000 + b"]" * 200000))),
    "double keys": (True, spoiled(with_body(lambda body: b'{"data": null, "id": 7, ' + body.lstrip()[1:]))),
    "wrong type": (True, spoiled(wrong_type)),
    "no answer": (True, spoiled(hangs)),
    "a byte a second": (True, spoiled(loris)),
}
# Each of these takes the half minute after which the program gives up (Qt reads headers without an end, slowly).
PATIENT = ("no answer", "a byte a second", "endless headers")
