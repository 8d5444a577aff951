import Mwk

// A page's health mark, as large as its rows.
HealthMark {
    size: 12
}
