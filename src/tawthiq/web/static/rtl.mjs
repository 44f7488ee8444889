// Lets MapLibre's worker load the shaping of Arabic as a module. Given the plain script it
// would fetch the text and evaluate it, which the pages' policy refuses, rightly.
import "./vendor/rtl-text/mapbox-gl-rtl-text.js";
