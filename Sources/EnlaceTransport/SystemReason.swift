import Glibc

/// The names of system errors that matter to whoever sets up a node.
enum SystemReason {
    static func isAddressInUse(_ number: Int32) -> Bool { number == EADDRINUSE }

    static func text(_ number: Int32) -> String {
        switch number {
        case ECONNREFUSED: "connection refused"
        case ECONNRESET, EPIPE: "connection reset"
        case ETIMEDOUT: "no answer in time"
        case EHOSTUNREACH, ENETUNREACH: "no route"
        case EADDRINUSE: "address in use"
        case EADDRNOTAVAIL: "not an address of this machine"
        case EACCES, EPERM: "not allowed"
        case EMFILE, ENFILE: "too many open files"
        default: "system error \(number)"
        }
    }
}
