//! Export: an incident as other programs and spreadsheets get it, whether from the window or on the command line.

mod csv;
mod object;
mod table;

pub use object::IncidentObject;
pub use table::{table_head, table_row};
