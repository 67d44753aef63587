"""What runs beside the trajectory: exchanges, incidents, obstacles, authorisations, complaints."""
