// In place of 2GIS' widget loader.
window.DGWidgetLoader = function () { window.loadedMap = true }
