import Glibc

/// What a process that holds secrets does to itself before it reads the first one.
package enum ProcessHardening {
    /// Forbids core dumps to files and to dump collectors alike, for this process and its children.
    ///
    /// The limit is 1 byte, not 0: Linux hands a dump to a collector (`core_pattern` with `|`)
    /// whatever the limit, except 1, which it reads as "never"; and 1 is too small for a file.
    package static func disableCoreDumps() throws(FileError) {
        var limit = rlimit(rlim_cur: 1, rlim_max: 1)
        guard setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 else {
            throw FileError("setrlimit", path: "core dumps", access: .writing)
        }
    }

    /// The present limit of a core dump in bytes.
    package static func coreDumpBytesMax() -> UInt64 {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        return UInt64(limit.rlim_cur)
    }
}
