/// The members of a JSON object in the order in which they were written, no name twice.
package struct JSONObject: Sendable {
    package struct Member: Sendable {
        package let name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var members: [Member]

    package init() { members = [] }

    /// The caller sees to it that no name stands twice.
    package init(_ members: [Member]) { self.members = members }

    package var names: [String] { members.map(\.name) }

    package var isEmpty: Bool { members.isEmpty }

    /// Reads a member; setting replaces it in its place, appends it, or removes it with `nil`.
    package subscript(name: String) -> JSONValue? {
        get { index(of: name).map { members[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    private func index(of name: String) -> Int? {
        members.firstIndex { haveSameBytes($0.name, name) }
    }
}

extension JSONObject: Equatable {
    /// Equal when the members are, in the same order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members.count == right.members.count
            && zip(left.members, right.members).allSatisfy { left, right in
                haveSameBytes(left.name, right.name) && left.value == right.value
            }
    }
}
