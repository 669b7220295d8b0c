/** The territorial forces of England and Wales by the names that letters call them by, without "Police". */
export const POLICE_FORCES: readonly string[] = [
  'Avon and Somerset', 'Bedfordshire', 'Cambridgeshire', 'Cheshire', 'City of London', 'Cleveland', 'Cumbria',
  'Derbyshire', 'Devon and Cornwall', 'Dorset', 'Durham', 'Dyfed-Powys', 'Essex', 'Gloucestershire',
  'Greater Manchester', 'Gwent', 'Hampshire', 'Hertfordshire', 'Humberside', 'Kent', 'Lancashire',
  'Leicestershire', 'Lincolnshire', 'Merseyside', 'Metropolitan Police', 'Norfolk', 'North Wales',
  'North Yorkshire', 'Northamptonshire', 'Northumbria', 'Nottinghamshire', 'South Wales', 'South Yorkshire',
  'Staffordshire', 'Suffolk', 'Surrey', 'Sussex', 'Thames Valley', 'Warwickshire', 'West Mercia',
  'West Midlands', 'West Yorkshire', 'Wiltshire',
] // prettier-ignore

/** Places whose names are right, and close to those of a force. */
export const OTHER_PLACES: readonly string[] = [
  'Berkshire', 'Buckinghamshire', 'Cambria', 'Carmarthenshire', 'Denbighshire', 'Flintshire', 'Glamorgan',
  'Herefordshire', 'Huntingdonshire', 'Lanarkshire', 'Monmouthshire', 'Northumberland', 'Oxfordshire',
  'Pembrokeshire', 'Rutland', 'Shropshire', 'Somerset', 'Teesside', 'Tyneside', 'Worcestershire', 'Yorkshire',
] // prettier-ignore
