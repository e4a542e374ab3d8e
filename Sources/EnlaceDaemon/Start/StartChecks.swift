import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// What must hold of the process and its library before a key is touched.
enum StartChecks {
    static func run(_ configuration: Configuration) throws {
        try ProcessHardening.disableCoreDumps()
        try library(configuration.cryptography)
        try EnvelopeSelfTest.run()
    }

    static func library(_ cryptography: Configuration.Cryptography) throws {
        try cryptography.floor.check()
        if cryptography.isFIPSRequired { try FIPSMode.require() }
    }
}
