import EnlaceFiles
import Testing

@Suite struct ProcessHardeningTests {
    @Test("after hardening neither a file nor a collector may get a dump")
    func coreDumps() throws {
        try ProcessHardening.disableCoreDumps()
        #expect(ProcessHardening.coreDumpBytesMax() == 1)
    }
}
