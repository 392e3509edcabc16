//! stub
mod promises; mod record; mod week; pub use promises::*; pub use record::*; pub use week::*;
