// The ground of a project: clicking the drawing adds a corner, or sets the middle of the circle.
const drawing = document.getElementById('site');
const corners = document.getElementById('corners');
const shape = () => document.querySelector('input[name=shape]:checked').value;

const show = () => document.querySelectorAll('[data-shape]').forEach((part) => { part.hidden = part.dataset.shape !== shape(); });
document.querySelectorAll('input[name=shape]').forEach((choice) => choice.addEventListener('change', show));
show();

function redraw() {
  const { latitude, longitude, latitudeUnit, longitudeUnit } = drawing.dataset;
  const points = corners.value.split('\n').map((line) => line.trim().split(/[,，\s]+/).map(Number))
    .filter((pair) => pair.length === 2 && pair.every(Number.isFinite))
    .map(([north, east]) => [360 + (east - longitude) / longitudeUnit, 240 - (north - latitude) / latitudeUnit]);
  document.getElementById('drawn').setAttribute('points', points.map((point) => point.join(',')).join(' '));
}

drawing?.addEventListener('click', (event) => {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
  const { latitude, longitude, latitudeUnit, longitudeUnit } = drawing.dataset;
  const north = (Number(latitude) - (at.y - 240) * latitudeUnit).toFixed(6);
  const east = (Number(longitude) + (at.x - 360) * longitudeUnit).toFixed(6);
  if (shape() === 'CIRCLE') {
    document.getElementById('latitude').value = north;
    document.getElementById('longitude').value = east;
  } else {
    corners.value += `${corners.value && !corners.value.endsWith('\n') ? '\n' : ''}${north}, ${east}\n`;
    redraw();
  }
});
if (drawing) corners.addEventListener('input', redraw);
