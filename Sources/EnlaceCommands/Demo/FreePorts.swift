import EnlaceModel
import Glibc

/// Free TCP ports of the loopback interface.
enum FreePorts {
    /// All different: the sockets are held until every number is known. Another program may still
    /// take one before it is used; the daemon then says so and stops.
    static func find(_ count: Int) throws -> [Int] {
        var sockets: [Int32] = []
        defer { for socket in sockets { close(socket) } }
        return try (0..<count).map { _ in
            let (descriptor, port) = try bound()
            sockets.append(descriptor)
            return port
        }
    }

    private static func bound() throws -> (Int32, Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                unsafe bind(descriptor, raw, size) == 0 && getsockname(descriptor, raw, &size) == 0
            }
        }
        guard descriptor >= 0, isBound else {
            close(descriptor)
            throw CommandError(
                .unreachable, object: "127.0.0.1", context: ["reason": "no free port"])
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}
