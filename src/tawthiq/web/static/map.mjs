// Draws the settlements of a page on an offline map. The page works without it: the table
// beside the map says the same. Nothing here asks any other host.

const box = document.getElementById("map");
const fails = document.getElementById("map-fails");
const arabic = document.documentElement.lang === "ar";
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const address = (name) => new URL(box.dataset[name], location.href).href;
const colours = dark
  ? { sea: "#14171a", land: "#23292d", border: "#7b8083", ink: "#e9e6de", halo: "#14171a", dot: "#93cbd3", on: "#14171a" }
  : { sea: "#e9eef0", land: "#fdfcf9", border: "#858279", ink: "#1b1f23", halo: "#ffffff", dot: "#14505e", on: "#ffffff" };
// Without a glyph server the labels are drawn from the faces of the page.
const face = [arabic ? "IBM Plex Sans Arabic" : "IBM Plex Sans"];

if (box) draw().catch(tellThatItFailed);

async function draw() {
  const library = await import(address("library"));
  library.setWorkerUrl(address("worker"));
  if (arabic) await library.setRTLTextPlugin(address("rtl"), false);
  await document.fonts.load(`500 14px "${face[0]}"`, arabic ? "إدلب" : "Idlib");
  const [outline, points] = await Promise.all([read("outline"), read("points")]);
  for (const land of outline.features) {
    land.properties.said = arabic ? land.properties.name_ar : land.properties.name;
  }
  const map = new library.Map({
    container: box,
    style: style(outline, points),
    bounds: around(points),
    fitBoundsOptions: { padding: 48, maxZoom: 11 },
    attributionControl: false,
    dragRotate: false,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
    locale: {
      "NavigationControl.ZoomIn": box.dataset.closer,
      "NavigationControl.ZoomOut": box.dataset.farther,
      "Popup.Close": box.dataset.close,
    },
  });
  map.addControl(new library.NavigationControl({ showCompass: false }), arabic ? "top-left" : "top-right");
  map.on("click", "settlement", (event) => tell(library, map, event.features[0]));
  map.on("click", "cluster", (event) => comeCloser(map, event.features[0]));
  for (const layer of ["settlement", "cluster"]) {
    map.on("mouseenter", layer, () => map.getCanvas().classList.add("over"));
    map.on("mouseleave", layer, () => map.getCanvas().classList.remove("over"));
  }
  map.on("idle", () => { box.dataset.state = "idle"; });
  map.on("error", (event) => console.error(event.error));
}

async function read(name) {
  const answer = await fetch(address(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

function style(outline, points) {
  const counted = ["coalesce", ["get", "all"], ["get", "incidents"]];
  const radius = ["interpolate", ["linear"], ["zoom"],
    4, ["min", 26, ["+", 5, ["*", 1.7, ["sqrt", counted]]]],
    10, ["min", 34, ["+", 6, ["*", 2.6, ["sqrt", counted]]]]];
  return {
    version: 8,
    sources: {
      outline: { type: "geojson", data: outline },
      points: {
        type: "geojson", data: points, cluster: true, clusterRadius: 34, clusterMaxZoom: 12,
        clusterProperties: { all: ["+", ["get", "incidents"]] },
      },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.sea } },
      { id: "land", type: "fill", source: "outline", paint: { "fill-color": colours.land } },
      { id: "border", type: "line", source: "outline", paint: { "line-color": colours.border, "line-width": 1.1 } },
      {
        id: "country", type: "symbol", source: "outline", maxzoom: 8,
        layout: { "text-field": ["get", "said"], "text-font": face, "text-size": 14 },
        paint: { "text-color": colours.border, "text-halo-color": colours.land, "text-halo-width": 1.5 },
      },
      {
        id: "cluster", type: "circle", source: "points", filter: ["has", "point_count"],
        paint: { "circle-color": colours.dot, "circle-opacity": .85, "circle-radius": radius },
      },
      {
        id: "settlement", type: "circle", source: "points", filter: ["!", ["has", "point_count"]],
        paint: {
          "circle-color": colours.dot, "circle-opacity": .45, "circle-radius": radius,
          "circle-stroke-color": colours.dot, "circle-stroke-width": 1.3,
        },
      },
      {
        id: "number", type: "symbol", source: "points", filter: ["has", "point_count"],
        layout: { "text-field": digits(["get", "all"]), "text-font": face, "text-size": 13, "text-allow-overlap": true },
        paint: { "text-color": colours.on },
      },
      {
        id: "name", type: "symbol", source: "points", filter: ["!", ["has", "point_count"]],
        layout: {
          "text-field": ["get", "name"], "text-font": face, "text-size": 13, "text-anchor": "bottom",
          "text-offset": [0, -.9], "symbol-sort-key": ["-", 0, ["get", "incidents"]],
        },
        paint: { "text-color": colours.ink, "text-halo-color": colours.halo, "text-halo-width": 1.6 },
      },
    ],
  };
}

// The digits that the page is written in; the server says which by the first number it wrote.
function digits(number) {
  if (!box.dataset.arabicDigits) return ["to-string", number];
  return ["number-format", number, { locale: "ar-u-nu-arab" }];
}

function around(points) {
  const places = points.features.map((feature) => feature.geometry.coordinates);
  const xs = places.map((place) => place[0]), ys = places.map((place) => place[1]);
  return [[Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]];
}

function tell(library, map, feature) {
  const said = document.createElement("div");
  said.dir = document.documentElement.dir;
  const name = document.createElement("strong");
  name.textContent = feature.properties.name;
  const number = document.createElement("span");
  number.textContent = `${box.dataset.incidents}: ${feature.properties.said}`;
  said.append(name, number);
  if (feature.properties.url) {
    const link = document.createElement("a");
    link.href = feature.properties.url;
    link.textContent = box.dataset.list;
    said.append(document.createElement("br"), link);
  }
  new library.Popup({ maxWidth: "18rem" })
    .setLngLat(feature.geometry.coordinates).setDOMContent(said).addTo(map);
}

async function comeCloser(map, feature) {
  const zoom = await map.getSource("points").getClusterExpansionZoom(feature.properties.cluster_id);
  map.easeTo({ center: feature.geometry.coordinates, zoom });
}

function tellThatItFailed(error) {
  box.hidden = true;
  fails.hidden = false;
  box.dataset.state = "failed";
  console.warn(error);
}
