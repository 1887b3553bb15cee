#!/usr/bin/env bash
# Guess: an event of a whole day made from new Date(2024, 2, 15) is on 15 March, and one that ends on the day it begins lasts that day.
# What happens: the day is taken in UTC: east of Greenwich it is 14 March; and the end is written as given, though the format means the first day that
# is no longer part of it: the event has no length. A reader gets the same instant twice.
# With: ical-generator 11.1.2 and node-ical 0.27.2, in the zone Europe/Berlin.
# Why it matters here: reminders to call a customer stand on the wrong day.
. "$(dirname "$0")/support/try.sh"
install ical-generator@11.1.2 node-ical@0.27.2
show <<'JS'
const { sync } = require('node-ical');
import('ical-generator').then(({ default: ical }) => {
  const calendar = ical();
  calendar.createEvent({ id: 'call', allDay: true, start: new Date(2024, 2, 15), end: new Date(2024, 2, 15), summary: 'Call' });
  const text = calendar.toString();
  console.log(text.split('\r\n').filter((line) => line.startsWith('DT') && !line.startsWith('DTSTAMP')).join('\n'));
  const { start, end } = sync.parseICS(text).call;
  console.log('read:', start.toDateString(), 'for', (end - start) / 3_600_000, 'hours');
});
JS
expect_seen <<'SEEN'
DTSTART;VALUE=DATE:20240314
DTEND;VALUE=DATE:20240314
read: Thu Mar 14 2024 for 0 hours
SEEN
