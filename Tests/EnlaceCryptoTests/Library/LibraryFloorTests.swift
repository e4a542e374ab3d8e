import EnlaceModel
import Testing

@testable import EnlaceCrypto

@Suite("Library floor")
struct LibraryFloorTests {
    @Test(
        "a version at or above the floor of its branch is taken",
        arguments: ["3.0.19", "3.0.22", "3.1.0", "3.5.4", "4.0.0"])
    func taken(text: String) throws {
        try LibraryFloor.standard.check(#require(LibraryVersion(text)))
    }

    @Test(
        "a version below the floor of its branch is refused",
        arguments: ["3.0.18", "3.0.0", "1.1.1", "2.9.99"])
    func refused(text: String) throws {
        let version = try #require(LibraryVersion(text))
        #expect(throws: CryptoError(.cryptoLibraryTooOld, object: "")) {
            try LibraryFloor.standard.check(version)
        }
    }

    @Test("the highest floor of a branch counts")
    func highest() throws {
        let floor = LibraryFloor([
            try #require(LibraryVersion("3.0.19")), try #require(LibraryVersion("3.0.22")),
        ])
        let between = try #require(LibraryVersion("3.0.20"))
        #expect(throws: CryptoError.self) { try floor.check(between) }
    }

    @Test(
        "what is no version is not read",
        arguments: ["", "3", "3.0", "3.0.x", "3.0.-1", "3.0.1.2", "3..1"])
    func malformed(text: String) {
        #expect(LibraryVersion(text) == nil)
    }

    @Test("the running library states a version of this century")
    func running() {
        #expect(LibraryVersion.running >= LibraryFloor.interface)
        #expect(LibraryVersion.running.major < 10)
    }
}
