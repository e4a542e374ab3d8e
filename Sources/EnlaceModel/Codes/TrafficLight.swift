/// FIRST Traffic Light Protocol 2.0; labels are never translated.
package enum TrafficLight: String, Sendable, CaseIterable {
    case red = "TLP:RED"
    case amberStrict = "TLP:AMBER+STRICT"
    case amber = "TLP:AMBER"
    case green = "TLP:GREEN"
    case clear = "TLP:CLEAR"
}
