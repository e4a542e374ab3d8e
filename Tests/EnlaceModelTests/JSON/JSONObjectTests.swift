import Testing

@testable import EnlaceModel

@Suite("JSONObject")
struct JSONObjectTests {
    @Test("setting a member replaces it in its place, appends it or removes it")
    func setting() {
        var object = JSONObject()
        object["b"] = 1
        object["a"] = 2
        object["b"] = 3
        object["x"] = nil
        #expect(JSONValue.object(object) == ["b": 3, "a": 2])
        object["b"] = nil
        #expect(object.names == ["a"])
    }

    @Test("the order of members is part of the value")
    func order() {
        #expect(["a": 1, "b": 2] as JSONValue != ["b": 2, "a": 1])
    }
}
