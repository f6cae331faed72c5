import type { Field, Shape } from './protobuf.js';

/** A message by the names and numbers of gtfs-realtime.proto (gtfs.org/documentation/realtime/proto); what nobody reads here is left out. */
const shape = (fields: Readonly<Record<number, Field>>): Shape => new Map(Object.entries(fields).map(([number, field]) => [Number(number), field]));

const schedule = ['scheduled', 'added', 'unscheduled', 'canceled', undefined, 'replacement', 'duplicated', 'deleted', 'new'];
const causes = [undefined, 'unknown cause', 'other cause', 'technical problem', 'strike', 'demonstration', 'accident', 'holiday', 'weather', 'maintenance', 'construction', 'police activity', 'medical emergency'];
const effects = [undefined, 'no service', 'reduced service', 'significant delays', 'detour', 'additional service', 'modified service', 'other effect', 'unknown effect', 'stop moved', 'no effect', 'accessibility issue'];
const severities = [undefined, 'unknown severity', 'info', 'warning', 'severe'];
const occupancies = ['empty', 'many seats available', 'few seats available', 'standing room only', 'crushed standing room only', 'full', 'not accepting passengers', 'no data available', 'not boardable'];
const congestions = ['unknown', 'running smoothly', 'stop and go', 'congestion', 'severe congestion'];
const stops = ['incoming at', 'stopped at', 'in transit to'];

const trip = shape({
  1: { name: 'trip_id', is: 'text' },
  2: { name: 'start_time', is: 'text' },
  3: { name: 'start_date', is: 'text' },
  4: { name: 'schedule_relationship', is: 'word', words: schedule },
  5: { name: 'route_id', is: 'text' },
  6: { name: 'direction_id', is: 'unsigned' },
});

const vehicleName = shape({ 1: { name: 'id', is: 'text' }, 2: { name: 'label', is: 'text' }, 3: { name: 'license_plate', is: 'text' } });

const vehicle = shape({
  1: { name: 'trip', is: 'message', of: trip },
  2: {
    name: 'position',
    is: 'message',
    of: shape({ 1: { name: 'latitude', is: 'float' }, 2: { name: 'longitude', is: 'float' }, 3: { name: 'bearing', is: 'float' }, 5: { name: 'speed', is: 'float' } }),
  },
  3: { name: 'current_stop_sequence', is: 'unsigned' },
  4: { name: 'current_status', is: 'word', words: stops },
  5: { name: 'timestamp', is: 'unsigned' },
  6: { name: 'congestion_level', is: 'word', words: congestions },
  7: { name: 'stop_id', is: 'text' },
  8: { name: 'vehicle', is: 'message', of: vehicleName },
  9: { name: 'occupancy_status', is: 'word', words: occupancies },
  10: { name: 'occupancy_percentage', is: 'unsigned' },
});

const event = shape({ 1: { name: 'delay', is: 'signed' }, 2: { name: 'time', is: 'signed' } });

const tripUpdate = shape({
  1: { name: 'trip', is: 'message', of: trip },
  2: {
    name: 'stop_time_update',
    is: 'message',
    many: true,
    of: shape({ 1: { name: 'stop_sequence', is: 'unsigned' }, 2: { name: 'arrival', is: 'message', of: event }, 3: { name: 'departure', is: 'message', of: event }, 4: { name: 'stop_id', is: 'text' } }),
  },
  3: { name: 'vehicle', is: 'message', of: vehicleName },
  4: { name: 'timestamp', is: 'unsigned' },
  5: { name: 'delay', is: 'signed' },
});

const translated = shape({ 1: { name: 'translation', is: 'message', many: true, of: shape({ 1: { name: 'text', is: 'text' }, 2: { name: 'language', is: 'text' } }) } });

const alert = shape({
  1: { name: 'active_period', is: 'message', many: true, of: shape({ 1: { name: 'start', is: 'unsigned' }, 2: { name: 'end', is: 'unsigned' } }) },
  5: {
    name: 'informed_entity',
    is: 'message',
    many: true,
    of: shape({ 1: { name: 'agency_id', is: 'text' }, 2: { name: 'route_id', is: 'text' }, 3: { name: 'route_type', is: 'signed' }, 4: { name: 'trip', is: 'message', of: trip }, 5: { name: 'stop_id', is: 'text' } }),
  },
  6: { name: 'cause', is: 'word', words: causes },
  7: { name: 'effect', is: 'word', words: effects },
  8: { name: 'url', is: 'message', of: translated },
  10: { name: 'header_text', is: 'message', of: translated },
  11: { name: 'description_text', is: 'message', of: translated },
  14: { name: 'severity_level', is: 'word', words: severities },
});

export const header = shape({ 1: { name: 'gtfs_realtime_version', is: 'text' }, 3: { name: 'timestamp', is: 'unsigned' } });

export const entity = shape({
  1: { name: 'id', is: 'text' },
  2: { name: 'is_deleted', is: 'flag' },
  3: { name: 'trip_update', is: 'message', of: tripUpdate },
  4: { name: 'vehicle', is: 'message', of: vehicle },
  5: { name: 'alert', is: 'message', of: alert },
});
