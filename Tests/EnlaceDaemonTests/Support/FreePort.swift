import EnlaceModel
import EnlaceTransport
import Glibc

/// A port of the loopback address that was free a moment ago; for cards, which must name one before
/// the daemon listens.
func freePort() throws -> Int {
    let raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(raw) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            bind(raw, generic, size) == 0 && getsockname(raw, generic, &size) == 0
        }
    }
    guard isBound else { throw TransportError(.addressInUse, object: "127.0.0.1") }
    return Int(UInt16(bigEndian: address.sin_port))
}
