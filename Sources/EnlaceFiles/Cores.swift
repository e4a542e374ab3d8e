import Glibc

/// The machine as far as spreading work is concerned.
package enum Cores {
    /// How many processors are online, at least one.
    package static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
